/**
 * What customers answered: one row or submission read by the survey's mapping, stored set-based,
 * and held back for a short while so that a customer may correct it.
 */
@NullMarked
package cx.slinga.feedback;

import org.jspecify.annotations.NullMarked;
