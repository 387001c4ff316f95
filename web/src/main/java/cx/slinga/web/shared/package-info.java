/**
 * What every screen stands on: the frame's menu, language and theme, words for dates, durations and
 * figures, log-out, and the one place that turns a thrown refusal into words. Holds no figure and
 * no right of its own: rights are checked in the services; what the menu leaves out is only
 * politeness.
 */
@NullMarked
package cx.slinga.web.shared;

import org.jspecify.annotations.NullMarked;
