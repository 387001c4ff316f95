/** Journeys, their stages and touchpoints, and who answers for each. */
@NullMarked
package cx.slinga.web.journey;

import org.jspecify.annotations.NullMarked;
