package cx.slinga.cases;

import cx.slinga.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to contact the customer. Written once, never changed. */
@Entity
@Table(name = "contacts")
public class Contact {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  private Instant at;

  @Column(name = "person_id")
  private UUID personId;

  @Enumerated(EnumType.STRING)
  private ContactChannel channel;

  @Enumerated(EnumType.STRING)
  private ContactOutcome outcome;

  private @Nullable String note;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Contact() {}

  public Contact(
      UUID caseId,
      Instant at,
      UUID personId,
      ContactChannel channel,
      ContactOutcome outcome,
      @Nullable String note) {
    this.id = Ids.next();
    this.caseId = caseId;
    this.at = at;
    this.personId = personId;
    this.channel = channel;
    this.outcome = outcome;
    this.note = note;
  }
}
