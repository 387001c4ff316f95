/** The tree of departments, and who answers for each touchpoint. */
@NullMarked
package cx.slinga.web.departments;

import org.jspecify.annotations.NullMarked;
