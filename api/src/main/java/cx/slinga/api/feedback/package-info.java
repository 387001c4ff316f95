/** Intake over HTTP: files of responses, and single ones. */
@NullMarked
package cx.slinga.api.feedback;

import org.jspecify.annotations.NullMarked;
