package cx.slinga.letters;

/**
 * What a template shall say.
 *
 * @param language {@code en}, {@code sv}, {@code da} or {@code no}
 * @param subject one line; may hold placeholders, see {@link Placeholder}
 * @param body plain text; may hold placeholders
 */
public record SaveTemplate(String name, String language, String subject, String body) {}
