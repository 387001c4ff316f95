package cx.slinga.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plain text message that is ready to go.
 *
 * @param replyTo where an answer goes, null for the sender of all mail
 * @param personal whether a person wrote it
 */
public record Mail(
    String to,
    Locale language,
    String subject,
    String text,
    @Nullable String replyTo,
    boolean personal) {

  /** Written by the house itself. */
  public Mail(String to, Locale language, String subject, String text) {
    this(to, language, subject, text, null, false);
  }
}
