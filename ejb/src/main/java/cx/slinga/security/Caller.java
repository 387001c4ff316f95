package cx.slinga.security;

import cx.slinga.shared.TypedId;
import java.util.Set;
import java.util.UUID;

/**
 * The person on whose behalf the current call runs.
 *
 * @param roles realm roles, see {@link Roles}
 * @param departments ids of the departments that the person belongs to or heads
 */
public record Caller(
    PersonId id, String username, String name, Set<String> roles, Set<UUID> departments) {

  /** A person of the mirrored directory. */
  public record PersonId(UUID value) implements TypedId {}

  public boolean is(String role) {
    return roles.contains(role);
  }

  /** Which cases this person may see. */
  public Visibility cases() {
    if (is(Roles.CX_OWNER) || is(Roles.AUDITOR)) {
      return all();
    }
    if (is(Roles.DEPARTMENT_HEAD) || is(Roles.CASE_OWNER)) {
      return new Visibility(Visibility.Scope.DEPARTMENTS, id, departments);
    }
    return new Visibility(Visibility.Scope.NONE, id, Set.of());
  }

  /** Of which departments this person may see figures; a head sees those of all. */
  public Visibility insight() {
    return is(Roles.DEPARTMENT_HEAD) ? all() : cases();
  }

  /**
   * Which work may be counted for this person, beside people and departments. Who administers
   * people must know how much moves with them, without seeing what it is.
   */
  public Visibility counts() {
    return is(Roles.ADMINISTRATOR) ? all() : cases();
  }

  private Visibility all() {
    return new Visibility(Visibility.Scope.ALL, id, Set.of());
  }

  /** Which cases this person may contact, analyse, plan and resolve. */
  public Visibility workable() {
    if (is(Roles.CX_OWNER)) {
      return all();
    }
    if (is(Roles.DEPARTMENT_HEAD)) {
      return new Visibility(Visibility.Scope.DEPARTMENTS, id, departments);
    }
    if (is(Roles.CASE_OWNER)) {
      return new Visibility(Visibility.Scope.DEPARTMENTS, id, Set.of());
    }
    return new Visibility(Visibility.Scope.NONE, id, Set.of());
  }
}
