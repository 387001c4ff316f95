/** Figures over HTTP. A figure from too few responses is left out, not just marked. */
@NullMarked
package cx.slinga.api.insight;

import org.jspecify.annotations.NullMarked;
