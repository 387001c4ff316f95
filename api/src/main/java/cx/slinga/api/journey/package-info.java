/** Touchpoints over HTTP, for the keys that other calls take. */
@NullMarked
package cx.slinga.api.journey;

import org.jspecify.annotations.NullMarked;
