/** Journeys, their stages and touchpoints, and which department answers for each. */
@NullMarked
package cx.slinga.journey;

import org.jspecify.annotations.NullMarked;
