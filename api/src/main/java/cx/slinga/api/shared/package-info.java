/**
 * What every resource stands on: the application, JSON, the gate that each request passes, and the
 * one place where a failure becomes a problem document (RFC 9457) in the caller's language.
 */
@NullMarked
package cx.slinga.api.shared;

import org.jspecify.annotations.NullMarked;
