/**
 * What every feature stands on: refusals with words for the user, typed ids, pages, the clock, the
 * database and the outbox. Knows no feature.
 */
@NullMarked
package cx.slinga.shared;

import org.jspecify.annotations.NullMarked;
