/** Figures for the eye: scores with interval and n, the journey, days, cases. */
@NullMarked
package cx.slinga.web.insight;

import org.jspecify.annotations.NullMarked;
