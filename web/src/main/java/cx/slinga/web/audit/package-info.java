/** The record, for reading. */
@NullMarked
package cx.slinga.web.audit;

import org.jspecify.annotations.NullMarked;
