package cx.slinga.letters;

import org.jspecify.annotations.Nullable;

/**
 * A letter to the customer of a case.
 *
 * @param version the version of the case that was on the screen, null skips the check
 * @param to one mail address
 * @param language {@code en}, {@code sv}, {@code da} or {@code no}
 * @param subject one line
 * @param body plain text
 */
public record SendLetter(
    String caseNumber,
    @Nullable Long version,
    String to,
    String language,
    String subject,
    String body) {}
