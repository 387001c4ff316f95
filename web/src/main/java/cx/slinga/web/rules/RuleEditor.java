package cx.slinga.web.rules;

import cx.slinga.rules.RuleProblem;
import cx.slinga.shared.Messages;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What both editors share: which version was on the screen, what is wrong where, and that somebody
 * else saved meanwhile. Whoever is told so keeps what was typed; the next save counts from there.
 */
final class RuleEditor implements Serializable {
  private static final long serialVersionUID = 1L;

  private int seenVersion;
  private @Nullable String otherName;
  private @Nullable Instant otherAt;

  RuleEditor(int seenVersion) {
    this.seenVersion = seenVersion;
  }

  long seenVersion() {
    return seenVersion;
  }

  void saved(int version) {
    seenVersion = version;
    otherName = null;
    otherAt = null;
  }

  /** Whether somebody saved after the screen was read; tells who, once. */
  boolean isOvertaken(int version, @Nullable String by, @Nullable Instant at) {
    if (version == seenVersion) {
      return false;
    }
    seenVersion = version;
    otherName = by;
    otherAt = at;
    return true;
  }

  @Nullable String otherName() {
    return otherName;
  }

  @Nullable Instant otherAt() {
    return otherAt;
  }

  /** Puts each problem beside its input and says above how many there are; true when none. */
  static boolean isFine(RuleWords words, List<RuleProblem> problems, RuleList... lists) {
    for (RuleList list : lists) {
      list.clearProblems();
    }
    for (RuleProblem problem : problems) {
      String text = Messages.text(locale(), problem.key(), problem.args());
      boolean placed = false;
      for (RuleList list : lists) {
        placed = placed || list.put(problem.field(), text);
      }
      if (!placed) {
        say(FacesMessage.SEVERITY_ERROR, text);
      }
    }
    if (!problems.isEmpty()) {
      say(FacesMessage.SEVERITY_ERROR, words.say("wrong", problems.size()));
    }
    return problems.isEmpty();
  }

  static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
  }

  private static java.util.Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
