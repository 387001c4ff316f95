package cx.slinga.web.actions;

import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionState;
import cx.slinga.cases.CaseQueries;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Messages;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** What is said of an action, the same in plans and lists. */
@Named
@RequestScoped
public class ActionWords {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject private Words words;
  @Inject private Clock clock;

  /** A text of the action screens by key, with its placeholders filled. */
  public String say(String key, Object... args) {
    return words.fill(text(key), args);
  }

  /** A text of the action screens as it stands. */
  public String text(String key) {
    return ResourceBundle.getBundle(
            "cx.slinga.web.actions.Text",
            FacesContext.getCurrentInstance().getViewRoot().getLocale(),
            ActionWords.class.getClassLoader(),
            NO_FALLBACK)
        .getString(key);
  }

  /** A refusal in the reader's language. */
  public String refusal(BusinessException refusal) {
    return Messages.text(FacesContext.getCurrentInstance().getViewRoot().getLocale(), refusal);
  }

  /** Due Thu 7 June; late since; done or cancelled. */
  public String due(ActionRow row) {
    return switch (row.state()) {
      case OPEN -> say(isLate(row) ? "late" : "due", words.date(row.deadline()));
      case DONE -> say("done.on", words.date(row.endedAt()));
      case CANCELLED -> say("cancelled.on", words.date(row.endedAt()));
    };
  }

  /** First Fri 1 June, moved twice; empty while it was not moved. */
  public String moved(ActionRow row) {
    return row.deadlineMoves() == 0
        ? ""
        : say("moved", words.date(row.firstDeadline()), row.deadlineMoves());
  }

  /** Open, and its day has passed. */
  public boolean isLate(ActionRow row) {
    return row.isOverdue(today());
  }

  /** late, soon or nothing: how the deadline is set. */
  public String css(ActionRow row) {
    if (row.state() != ActionState.OPEN) {
      return "";
    }
    return isLate(row) ? "late" : row.deadline().equals(today()) ? "soon" : "";
  }

  /** The shape that goes with {@link #css}. */
  public String icon(ActionRow row) {
    return switch (row.state()) {
      case DONE -> "check-circle";
      case CANCELLED -> "times-circle";
      case OPEN -> isLate(row) ? "exclamation-circle" : "clock";
    };
  }

  /** SL-2018-000376 · Security · Removes the cause; or the cause or project that it is for. */
  public String meta(ActionRow row) {
    List<String> parts = new ArrayList<>();
    String number = row.caseNumber();
    String cause = row.cause();
    String project = row.project();
    if (number != null) {
      parts.add(number);
    } else if (cause != null) {
      parts.add(say("of.cause", cause));
    } else if (project != null) {
      parts.add(say("of.project", project));
    }
    String department = row.department();
    if (department != null) {
      parts.add(department);
    }
    parts.add(text("kind." + row.kind()));
    return String.join(" · ", parts);
  }

  /** The first day that a deadline can be. */
  public LocalDate getToday() {
    return today();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
  }
}
