package cx.slinga.rootcause;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * Why customers complain. It is suspected when the first case names it and shared by every further
 * case that does. It belongs to the touchpoint that causes it, and so to the department that can
 * remove it. A thousand cases of one cause share one cause.
 */
@Entity
@Table(name = "causes")
public class Cause {
  /** Longest title, in characters. */
  public static final int TITLE_MAX = 200;

  @Id private UUID id;
  private String title;

  @Enumerated(EnumType.STRING)
  private CauseState state;

  @Column(name = "touchpoint_id")
  private UUID touchpointId;

  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Cause() {}

  public Cause(String title, UUID touchpointId, UUID departmentId, UUID createdBy, Instant at) {
    if (title.isBlank()) {
      throw BusinessException.ofField("cause", "cause.title-missing");
    }
    if (title.strip().length() > TITLE_MAX) {
      throw BusinessException.ofField("cause", "text.too-long", TITLE_MAX);
    }
    this.id = Ids.next();
    this.title = title.strip();
    this.state = CauseState.SUSPECTED;
    this.touchpointId = touchpointId;
    this.departmentId = departmentId;
    this.createdBy = createdBy;
    this.createdAt = at;
  }

  public UUID id() {
    return id;
  }

  public String title() {
    return title;
  }

  public UUID touchpointId() {
    return touchpointId;
  }

  public UUID departmentId() {
    return departmentId;
  }
}
