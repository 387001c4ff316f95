package cx.slinga.notification;

/** A letter that nobody has sent: a template with its placeholders filled. */
public record LetterDraft(String subject, String body) {}
