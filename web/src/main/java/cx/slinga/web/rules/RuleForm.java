package cx.slinga.web.rules;

import cx.slinga.rules.Condition;
import cx.slinga.rules.SeverityStep;
import cx.slinga.rules.Sharing;
import cx.slinga.rules.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule of any kind while it is being edited. Who takes a case is one choice: the department's
 * case owners in one of two ways ({@code *LEAST_LOADED}, {@code *ROUND_ROBIN}), or a username.
 */
public class RuleForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String TEAM = "*";

  private final String key = UUID.randomUUID().toString();
  private @Nullable String name;
  private final List<ConditionForm> when = new ArrayList<>();
  private SeverityStep then = SeverityStep.HIGH;
  private @Nullable String department;
  private String taker = TEAM + Sharing.LEAST_LOADED;
  private @Nullable String problem;
  private @Nullable String departmentProblem;
  private @Nullable String takerProblem;

  RuleForm(@Nullable String name, List<Condition> when) {
    this.name = name;
    when.forEach(condition -> this.when.add(new ConditionForm(condition)));
  }

  /** A new rule that asks this. */
  static RuleForm asking(Subject subject) {
    return new RuleForm(null, List.of(new Condition(subject, List.of())));
  }

  RuleForm then(SeverityStep step) {
    then = step;
    return this;
  }

  RuleForm to(@Nullable String department, @Nullable String person, Sharing sharing) {
    this.department = department;
    this.taker = person == null ? TEAM + sharing : person;
    return this;
  }

  List<Condition> conditions() {
    return when.stream().map(ConditionForm::condition).toList();
  }

  @Nullable String person() {
    return taker.startsWith(TEAM) ? null : taker;
  }

  Sharing sharing() {
    return taker.startsWith(TEAM) ? Sharing.valueOf(taker.substring(1)) : Sharing.LEAST_LOADED;
  }

  /** Forgets what was wrong. */
  void clearProblems() {
    problem = null;
    departmentProblem = null;
    takerProblem = null;
    when.forEach(condition -> condition.setProblem(null));
  }

  /**
   * Keeps what is wrong beside its input.
   *
   * @param field within the rule: {@code name}, {@code when[1].values}, {@code department}
   */
  void put(String field, String text) {
    if (field.startsWith("when[")) {
      int at = Integer.parseInt(field.substring(5, field.indexOf(']')));
      when.get(at).setProblem(text);
    } else if (field.equals("department")) {
      departmentProblem = text;
    } else if (field.equals("person")) {
      takerProblem = text;
    } else {
      problem = text;
    }
  }

  /** Tells rules apart on the page while they move. */
  public String getKey() {
    return key;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public List<ConditionForm> getWhen() {
    return when;
  }

  public SeverityStep getThen() {
    return then;
  }

  public void setThen(SeverityStep then) {
    this.then = then;
  }

  public @Nullable String getDepartment() {
    return department;
  }

  public void setDepartment(@Nullable String department) {
    this.department = department;
  }

  public String getTaker() {
    return taker;
  }

  public void setTaker(@Nullable String taker) {
    this.taker = taker == null || taker.isBlank() ? TEAM + Sharing.LEAST_LOADED : taker;
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public @Nullable String getDepartmentProblem() {
    return departmentProblem;
  }

  public @Nullable String getTakerProblem() {
    return takerProblem;
  }
}
