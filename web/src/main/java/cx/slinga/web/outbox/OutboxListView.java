package cx.slinga.web.outbox;

import cx.slinga.notification.OutboxQueries;
import cx.slinga.notification.OutboxRow;
import cx.slinga.notification.OutboxService;
import cx.slinga.notification.OutboxState;
import cx.slinga.shared.Page;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What leaves the house: by where it stands, and what can be done with what is dead. */
@Named
@ViewScoped
public class OutboxListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  @Inject private transient OutboxQueries queries;
  @Inject private transient OutboxService service;

  private @Nullable String state;
  private @Nullable String after;
  private transient @Nullable Page<OutboxRow> page;
  private transient @Nullable Map<OutboxState, Long> counts;

  /** Puts a dead message back into the queue. */
  public void sendAgain(OutboxRow row) {
    service.sendAgain(row.id());
    forget();
  }

  /** Gives up a dead message. */
  public void discard(OutboxRow row) {
    service.discard(row.id());
    forget();
  }

  private void forget() {
    page = null;
    counts = null;
  }

  public List<OutboxRow> getRows() {
    return page().items();
  }

  public @Nullable String getNext() {
    return page().next();
  }

  private Page<OutboxRow> page() {
    Page<OutboxRow> read = page;
    if (read == null) {
      read = queries.list(chosen(), after, PAGE);
      page = read;
    }
    return read;
  }

  /** How many are in a state; null where nobody counts. */
  public @Nullable Long count(OutboxState of) {
    Map<OutboxState, Long> read = counts;
    if (read == null) {
      read = queries.counts();
      counts = read;
    }
    return read.get(of);
  }

  public OutboxState[] getStates() {
    return OutboxState.values();
  }

  /** As it stands in a URL. */
  public String parameter(OutboxState of) {
    return of.name().toLowerCase(Locale.ROOT);
  }

  /** The state that is shown; what needs somebody comes first. An unknown one shows all. */
  public @Nullable OutboxState getChosen() {
    return chosen();
  }

  private @Nullable OutboxState chosen() {
    for (OutboxState one : OutboxState.values()) {
      if (one.name().equalsIgnoreCase(state)) {
        return one;
      }
    }
    return null;
  }

  public @Nullable String getState() {
    return state;
  }

  public void setState(@Nullable String state) {
    this.state = state;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
