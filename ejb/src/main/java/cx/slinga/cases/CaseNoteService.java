package cx.slinga.cases;

import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what people write down about a case. Notes change nothing of the case itself. */
@Stateless
@DenyAll
public class CaseNoteService {
  /** Longest note, in characters. */
  public static final int NOTE_MAX = 20_000;

  @Inject private Cases cases;
  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Writes a note, in whatever state the case is.
   *
   * @throws BusinessException at {@code note} when it is blank or too long
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void add(String number, @Nullable String text) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, null);
    if (text == null || text.isBlank()) {
      throw BusinessException.ofField("note", "note.blank");
    }
    String body = text.strip();
    if (body.length() > NOTE_MAX) {
      throw BusinessException.ofField("note", "text.too-long", NOTE_MAX);
    }
    UUID id = Ids.next();
    database.write(
        h ->
            h.createUpdate(
                    "insert into case_notes (id, case_id, body, written_by, written_at) values"
                        + " (:id, :case, :body, :by, :at)")
                .bind("id", id)
                .bind("case", found.id())
                .bind("body", body)
                .bind("by", caller.id().value())
                .bind("at", OffsetDateTime.now(clock))
                .execute());
    events.fire(new CaseNoted(found.number(), id));
  }
}
