/**
 * How a negative response becomes a case: whether it joins an open one of the same customer, how
 * severe it is, whose it is and when it is due. Set-based: a batch of an import is opened by a few
 * statements. What would come of other rules is told by {@link cx.slinga.opening.TryOutQueries}
 * without keeping it.
 */
@NullMarked
package cx.slinga.opening;

import org.jspecify.annotations.NullMarked;
