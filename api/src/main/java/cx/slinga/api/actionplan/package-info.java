/** Actions over HTTP: one's own open ones, and their end. */
@NullMarked
package cx.slinga.api.actionplan;

import org.jspecify.annotations.NullMarked;
