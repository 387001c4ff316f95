/**
 * One question to the customer after closing. A negative answer reopens the case; the recovered
 * score is kept beside the first.
 */
@NullMarked
package cx.slinga.resurvey;

import org.jspecify.annotations.NullMarked;
