package cx.slinga.web.rules;

import cx.slinga.rules.Condition;
import cx.slinga.rules.Subject;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One condition while it is being edited. What was entered for one subject waits for its return.
 */
public class ConditionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Subject subject;
  private String number = "";
  private String words = "";
  private String[] chosen = {};
  private @Nullable String problem;

  /** As it holds. */
  public ConditionForm(Condition condition) {
    this.subject = condition.subject();
    if (subject.isBand()) {
      number = condition.values().isEmpty() ? "" : condition.values().get(0);
    } else if (subject == Subject.WORDS) {
      words = String.join("\n", condition.values());
    } else {
      chosen = condition.values().toArray(String[]::new);
    }
  }

  /** What it asks now. */
  Condition condition() {
    if (subject.isFlag()) {
      return Condition.flag(subject);
    }
    if (subject.isBand()) {
      return Condition.oneOf(subject, number);
    }
    return new Condition(
        subject,
        subject == Subject.WORDS
            ? words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()
            : Stream.of(chosen).toList());
  }

  /** Which input it needs: {@code band}, {@code words}, {@code choice} or {@code flag}. */
  public String getKind() {
    return subject.isBand()
        ? "band"
        : subject == Subject.WORDS ? "words" : subject.isFlag() ? "flag" : "choice";
  }

  public Subject getSubject() {
    return subject;
  }

  public void setSubject(Subject subject) {
    if (subject != this.subject) {
      chosen = new String[0];
      number = "";
    }
    this.subject = subject;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number == null ? "" : number;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public String[] getChosen() {
    return chosen.clone();
  }

  public void setChosen(String @Nullable [] chosen) {
    this.chosen = chosen == null ? new String[0] : chosen.clone();
  }

  public @Nullable String getProblem() {
    return problem;
  }

  void setProblem(@Nullable String problem) {
    this.problem = problem;
  }

  List<String> values() {
    return condition().values();
  }
}
