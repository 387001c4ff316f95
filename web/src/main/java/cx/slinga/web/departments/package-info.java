/** The tree of departments. */
@NullMarked
package cx.slinga.web.departments;

import org.jspecify.annotations.NullMarked;
