package cx.slinga.web.projects;

import cx.slinga.cases.CaseQueries;
import cx.slinga.improvement.ProjectRow;
import cx.slinga.improvement.ProjectState;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the screens of projects say in sentences: {@code #{projectWords.say('key', value)}}. */
@Named
@RequestScoped
public class ProjectWords {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject private Words words;
  @Inject private Clock clock;

  /** A text by key, with its placeholders filled. */
  public String say(String key, Object... args) {
    return words.fill(text(key), args);
  }

  /** A text as it stands. */
  public String text(String key) {
    return texts().getString(key);
  }

  /** What somebody did to a project. */
  public String happened(String verb) {
    String key = "history." + verb;
    return texts().containsKey(key) ? text(key) : verb;
  }

  /** The colour of a state's tag. */
  public String kind(ProjectState state) {
    return switch (state) {
      case PROPOSED, STOPPED -> "";
      case APPROVED, RUNNING -> "info";
      case DONE, CELEBRATED -> "ok";
    };
  }

  /** due 2 December; late since 2 December. */
  public String due(ProjectRow row) {
    return say(row.isOverdue(getToday()) ? "late" : "due", words.date(row.deadline()));
  }

  /** The class of a deadline. */
  public String css(ProjectRow row) {
    return row.isOverdue(getToday()) ? "late" : "";
  }

  /** 4 × 3 ÷ 2. */
  public String worth(ProjectRow row) {
    return row.impact() + " × " + row.confidence() + " ÷ " + row.effort();
  }

  /** The first day that a deadline can be. */
  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }

  private static ResourceBundle texts() {
    return ResourceBundle.getBundle(
        "cx.slinga.web.projects.Text", locale(), ProjectWords.class.getClassLoader(), NO_FALLBACK);
  }
}
