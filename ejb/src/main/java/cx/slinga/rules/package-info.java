/**
 * Which answer is negative, how much is at stake, and who takes care of it: rules that the CX owner
 * keeps, in versions that never change. A survey has negativity and severity rules of its own;
 * routing rules are one list for the house.
 *
 * <p>Pure functions over {@link cx.slinga.rules.Facts}: intake and the try-out before saving run
 * the very same {@link cx.slinga.rules.Judge} and {@link cx.slinga.rules.Dispatcher}.
 */
@NullMarked
package cx.slinga.rules;

import org.jspecify.annotations.NullMarked;
