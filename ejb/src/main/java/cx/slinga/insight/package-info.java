/**
 * Figures: scores with interval and n, per touchpoint, cases by state. Reads rollups, not
 * responses.
 */
@NullMarked
package cx.slinga.insight;

import org.jspecify.annotations.NullMarked;
