/** House rules, and the database that tests outside the container use. */
@NullMarked
package cx.slinga;

import org.jspecify.annotations.NullMarked;
