/** The screens of root causes: what is behind many cases, how sure that is, and what shows it. */
@NullMarked
package cx.slinga.web.causes;

import org.jspecify.annotations.NullMarked;
