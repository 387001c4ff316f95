/** The record over HTTP, read only. */
@NullMarked
package cx.slinga.api.audit;

import org.jspecify.annotations.NullMarked;
