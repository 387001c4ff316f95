/** Rules over HTTP: what holds, what others would change, and letting others hold. */
@NullMarked
package cx.slinga.api.rules;

import org.jspecify.annotations.NullMarked;
