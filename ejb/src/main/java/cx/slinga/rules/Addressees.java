package cx.slinga.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Departments and people that routing rules may name. */
final class Addressees {
  private record Department(UUID id, String name, boolean open) {}

  private record Person(UUID id, String name, boolean mayOwn) {}

  private final Map<String, Department> departments = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();

  Addressees(Handle h) {
    h.createQuery("select id, key, name, is_open from departments")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("key"),
                    new Department(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("is_open"))))
        .forEach(entry -> departments.put(entry.getKey(), entry.getValue()));
    h.createQuery(
            "select id, username, name, active and roles && array['cx_owner', 'department_head',"
                + " 'case_owner'] as may_own from people")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("username"),
                    new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("may_own"))))
        .forEach(entry -> people.put(entry.getKey(), entry.getValue()));
  }

  /** Tells the check which of them cannot take cases. */
  void check(List<RoutingRuleDraft> drafts, RuleCheck check) {
    for (int i = 0; i < drafts.size(); i++) {
      RoutingRuleDraft draft = drafts.get(i);
      String at = "rules[" + i + "]";
      String key = draft.department();
      Department department = key == null ? null : departments.get(key);
      if (key == null || key.isBlank()) {
        check.problem(at + ".department", "rule.department-missing");
      } else if (department == null) {
        check.problem(at + ".department", "rule.department-unknown", key);
      } else if (!department.open()) {
        check.problem(at + ".department", "rule.department-closed", department.name());
      }
      String username = draft.person();
      Person person = username == null ? null : people.get(username);
      if (username != null && (person == null || !person.mayOwn())) {
        check.problem(at + ".person", "person.unknown", person == null ? username : person.name());
      }
    }
  }

  /** The rules that drafts without problems stand for. */
  List<RoutingRule> rules(List<RoutingRuleDraft> drafts) {
    List<RoutingRule> rules = new ArrayList<>();
    for (RoutingRuleDraft draft : drafts) {
      rules.add(
          new RoutingRule(
              RuleDrafts.name(draft.name()),
              RuleDrafts.conditions(draft.when()),
              find(departments, draft.department()).id(),
              draft.person() == null ? null : find(people, draft.person()).id(),
              draft.sharing()));
    }
    return rules;
  }

  private static <T> T find(Map<String, T> all, @Nullable String key) {
    T found = key == null ? null : all.get(key);
    if (found == null) {
      throw new IllegalStateException("not checked: " + key);
    }
    return found;
  }
}
