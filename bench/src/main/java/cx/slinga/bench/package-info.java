/**
 * What the product takes for its heavy work, as a ratio to the least that the same work could take
 * on the same machine in the same run: ratios travel between machines, seconds do not. Uses the
 * product's own classes, outside the container.
 */
@NullMarked
package cx.slinga.bench;

import org.jspecify.annotations.NullMarked;
