/** Figures reproduce published values, and the rollup agrees with what was counted. */
@NullMarked
package cx.slinga.insight;

import org.jspecify.annotations.NullMarked;
