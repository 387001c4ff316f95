/** The rule editor: what is negative, how severe it is, who takes care; tried out before saving. */
@NullMarked
package cx.slinga.web.rules;

import org.jspecify.annotations.NullMarked;
