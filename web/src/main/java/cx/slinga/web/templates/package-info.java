/** Templates for letters to customers. */
@NullMarked
package cx.slinga.web.templates;

import org.jspecify.annotations.NullMarked;
