package cx.slinga.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Knows who writes which kind of mail. */
@ApplicationScoped
public class MailTexts {
  private Map<String, MailWriter> writers;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected MailTexts() {}

  @Inject
  MailTexts(@Any Instance<MailWriter> writers) {
    this(writers.stream().toList());
  }

  /** With these writers; two of one kind are refused. */
  public MailTexts(List<MailWriter> writers) {
    this.writers =
        writers.stream()
            .collect(Collectors.toUnmodifiableMap(MailWriter::kind, Function.identity()));
  }

  /**
   * Writes a message.
   *
   * @param site address of the application without a slash at its end
   */
  Written write(Outgoing message, String site, Instant now) {
    MailWriter writer = writers.get(message.kind());
    return writer == null ? new Written.Nobody() : writer.write(message, site, now);
  }
}
