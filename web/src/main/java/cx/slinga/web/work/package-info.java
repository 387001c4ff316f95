/** The start page: what needs this person today. */
@NullMarked
package cx.slinga.web.work;

import org.jspecify.annotations.NullMarked;
