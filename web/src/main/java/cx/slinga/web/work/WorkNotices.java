package cx.slinga.web.work;

import cx.slinga.callback.CallbackDue;
import cx.slinga.callback.CallbackQueries;
import cx.slinga.reminders.Escalated;
import cx.slinga.reminders.NoticeQueries;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calls a person by itself: customers who want to be called, and what was escalated. */
@Named
@RequestScoped
public class WorkNotices {
  private static final int ROWS = 5;

  @Inject private CallbackQueries callbackQueries;
  @Inject private NoticeQueries noticeQueries;
  @Inject private CurrentUser currentUser;

  private @Nullable Visibility visibility;
  private @Nullable List<CallbackDue> callbacks;
  private @Nullable Page<Escalated> escalated;

  private Visibility visibility() {
    Visibility known = visibility;
    if (known == null) {
      known = currentUser.get().cases();
      visibility = known;
    }
    return known;
  }

  /** Whom to call, by time. */
  public List<CallbackDue> getCallbacks() {
    List<CallbackDue> read = callbacks;
    if (read == null) {
      read = callbackQueries.today(visibility());
      callbacks = read;
    }
    return read;
  }

  /** What was escalated to this person and is still late, the latest first. */
  public List<Escalated> getEscalated() {
    return page().items();
  }

  /** Whether there is more of it. */
  public boolean isMoreEscalated() {
    return page().next() != null;
  }

  private Page<Escalated> page() {
    Page<Escalated> read = escalated;
    if (read == null) {
      read = noticeQueries.escalated(visibility(), ROWS);
      escalated = read;
    }
    return read;
  }
}
