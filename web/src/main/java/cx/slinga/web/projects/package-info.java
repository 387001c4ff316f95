/** The screens of improvement projects. */
@NullMarked
package cx.slinga.web.projects;

import org.jspecify.annotations.NullMarked;
