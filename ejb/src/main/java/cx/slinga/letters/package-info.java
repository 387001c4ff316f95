/**
 * What is written to a customer: templates in four languages with placeholders, and the letters
 * sent from a case. Their words leave by the outbox and are read at the moment of sending.
 */
@NullMarked
package cx.slinga.letters;

import org.jspecify.annotations.NullMarked;
