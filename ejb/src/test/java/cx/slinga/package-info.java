/** House rules. */
@NullMarked
package cx.slinga;

import org.jspecify.annotations.NullMarked;
