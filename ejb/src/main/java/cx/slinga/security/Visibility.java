package cx.slinga.security;

import cx.slinga.security.Caller.PersonId;
import java.util.Set;
import java.util.UUID;

/**
 * Which rows the caller may see; the first parameter of every finder, so that forgetting it does not
 * compile. Only {@link Caller} makes one.
 *
 * <p>{@code DEPARTMENTS} also covers what the person owns, in whatever department it lies.
 */
public final class Visibility {
  /** How far the caller sees. */
  public enum Scope {
    ALL,
    DEPARTMENTS,
    NONE
  }

  private final Scope scope;
  private final PersonId person;
  private final Set<UUID> departments;

  Visibility(Scope scope, PersonId person, Set<UUID> departments) {
    this.scope = scope;
    this.person = person;
    this.departments = Set.copyOf(departments);
  }

  public Scope scope() {
    return scope;
  }

  public PersonId person() {
    return person;
  }

  public Set<UUID> departments() {
    return departments;
  }
}
