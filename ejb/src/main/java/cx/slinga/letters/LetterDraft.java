package cx.slinga.letters;

/** A letter that nobody has sent: a template with its placeholders filled. */
public record LetterDraft(String subject, String body) {}
