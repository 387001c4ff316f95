package cx.slinga.letters;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that is often written to customers, in one language. It is changed and deleted freely:
 * letters that were made from it keep their own words.
 */
@Entity
@Table(name = "letter_templates")
public class LetterTemplate {
  /** Longest name, in characters. */
  public static final int NAME_MAX = 100;

  /** The languages that one can be in. */
  public static final List<String> LANGUAGES = List.of("en", "sv", "da", "no");

  @Id private UUID id;
  private String name;
  private String language;
  private String subject;
  private String body;

  @Column(name = "changed_by")
  private @Nullable UUID changedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected LetterTemplate() {}

  /** A new template. */
  @SuppressWarnings("NullAway.Init")
  public LetterTemplate(SaveTemplate words, UUID by, Instant at) {
    this.id = Ids.next();
    write(words, by, at);
  }

  /** Other words. */
  public TemplateEvent rewrite(SaveTemplate words, UUID by, Instant at) {
    String before = language;
    write(words, by, at);
    return new TemplateEvent("template.changed", id, before, language);
  }

  private void write(SaveTemplate words, UUID by, Instant at) {
    String newName = words.name().strip();
    if (newName.isEmpty()) {
      throw BusinessException.ofField("name", "template.name-missing");
    }
    if (newName.length() > NAME_MAX) {
      throw BusinessException.ofField("name", "text.too-long", NAME_MAX);
    }
    if (!LANGUAGES.contains(words.language())) {
      throw BusinessException.ofField("language", "template.language-unknown", words.language());
    }
    String newSubject = LetterText.subject(words.subject());
    refuseUnknown("subject", newSubject);
    String newBody = LetterText.body(words.body());
    refuseUnknown("body", newBody);
    name = newName;
    language = words.language();
    subject = newSubject;
    body = newBody;
    changedBy = by;
    changedAt = at;
  }

  private static void refuseUnknown(String field, String text) {
    Optional<String> unknown = Placeholder.unknownIn(text);
    if (unknown.isPresent()) {
      throw BusinessException.ofField(field, "template.placeholder-unknown", unknown.get());
    }
    Optional<String> open = Placeholder.openIn(text);
    if (open.isPresent()) {
      throw BusinessException.ofField(field, "template.brace-alone", open.get());
    }
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String language() {
    return language;
  }

  public String subject() {
    return subject;
  }

  public String body() {
    return body;
  }

  public @Nullable UUID changedBy() {
    return changedBy;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public long version() {
    return version;
  }
}
