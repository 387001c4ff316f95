/** Stages and touchpoints over HTTP: whose keys other calls take, and to change them. */
@NullMarked
package cx.slinga.api.journey;

import org.jspecify.annotations.NullMarked;
