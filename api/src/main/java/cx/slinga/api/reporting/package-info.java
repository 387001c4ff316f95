/** Workbooks over HTTP, streamed. */
@NullMarked
package cx.slinga.api.reporting;

import org.jspecify.annotations.NullMarked;
