package cx.slinga.directory;

import cx.slinga.shared.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the identity provider says about a person changed: roles, departments, or whether they work
 * here at all.
 */
record PersonMirrored(String username, Standing before, Standing after) implements DomainEvent {

  /**
   * @param active whether the person may log in and own things
   * @param departments keys
   */
  record Standing(boolean active, SortedSet<String> roles, SortedSet<String> departments) {
    /** Somebody who is not or no longer here. */
    static final Standing ABSENT = new Standing(false, new TreeSet<>(), new TreeSet<>());

    Standing {
      roles = new TreeSet<>(roles);
      departments = new TreeSet<>(departments);
    }
  }

  @Override
  public String verb() {
    return "person.mirrored";
  }

  @Override
  public String objectType() {
    return "person";
  }

  @Override
  public String objectId() {
    return username;
  }

  @Override
  public Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    put(changes, "active", before.active(), after.active());
    put(changes, "roles", String.join(",", before.roles()), String.join(",", after.roles()));
    put(
        changes,
        "departments",
        String.join(",", before.departments()),
        String.join(",", after.departments()));
    return changes;
  }

  private static void put(Map<String, Change> changes, String field, Object before, Object after) {
    if (!before.equals(after)) {
      changes.put(field, Change.of(before, after));
    }
  }
}
