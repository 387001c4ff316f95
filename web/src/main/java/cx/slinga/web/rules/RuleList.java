package cx.slinga.web.rules;

import cx.slinga.rules.Condition;
import cx.slinga.rules.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rules of one kind in their order, while they are being edited. */
public class RuleList implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final List<RuleForm> rules = new ArrayList<>();
  private final List<Subject> subjects;

  /**
   * @param path by which the service names the list in what is wrong
   * @param subjects what its rules may ask
   */
  RuleList(String path, Set<Subject> subjects) {
    this.path = path;
    this.subjects = List.copyOf(EnumSet.copyOf(subjects));
  }

  RuleForm add(RuleForm rule) {
    rules.add(rule);
    return rule;
  }

  /** One place earlier. */
  public void up(RuleForm rule) {
    move(rule, -1);
  }

  /** One place later. */
  public void down(RuleForm rule) {
    move(rule, 1);
  }

  private void move(RuleForm rule, int by) {
    int at = rules.indexOf(rule);
    if (at >= 0 && at + by >= 0 && at + by < rules.size()) {
      Collections.swap(rules, at, at + by);
    }
  }

  /** Takes the rule away. */
  public void remove(RuleForm rule) {
    rules.remove(rule);
  }

  /** One more condition that must hold. */
  public void narrow(RuleForm rule) {
    rule.getWhen().add(new ConditionForm(new Condition(subjects.get(0), List.of())));
  }

  /** Takes the condition away. */
  public void without(RuleForm rule, ConditionForm condition) {
    rule.getWhen().remove(condition);
  }

  /** Whether the name of what is wrong begins with this list; keeps it beside its input then. */
  boolean put(String field, String text) {
    String start = path + "[";
    if (!field.startsWith(start)) {
      return false;
    }
    int end = field.indexOf(']');
    rules
        .get(Integer.parseInt(field.substring(start.length(), end)))
        .put(field.substring(end + 2), text);
    return true;
  }

  void clearProblems() {
    rules.forEach(RuleForm::clearProblems);
  }

  public List<RuleForm> getRules() {
    return rules;
  }

  public List<Subject> getSubjects() {
    return subjects;
  }

  public boolean isLast(RuleForm rule) {
    return rules.indexOf(rule) == rules.size() - 1;
  }
}
