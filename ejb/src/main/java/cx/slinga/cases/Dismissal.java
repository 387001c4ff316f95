package cx.slinga.cases;

import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Dismissing many cases for one reason. */
@ApplicationScoped
class Dismissal implements BulkVerb {
  @Inject private Clock clock;

  /** The note that is kept; refuses one that is missing or too long. */
  static String note(String note) {
    if (note.isBlank()) {
      throw BusinessException.ofField("note", "note.missing");
    }
    if (note.length() > CaseService.NOTE_MAX) {
      throw BusinessException.ofField("note", "text.too-long", CaseService.NOTE_MAX);
    }
    return note;
  }

  @Override
  public String name() {
    return "dismiss";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.CX_OWNER, Roles.DEPARTMENT_HEAD);
  }

  @Override
  public OnOne prepare(Caller caller, BulkInput input) {
    DismissalReason reason = input.constant(DismissalReason.class, "reason");
    String note = note(input.text("note"));
    return one -> List.of(one.dismiss(reason, note, clock.instant()));
  }
}
