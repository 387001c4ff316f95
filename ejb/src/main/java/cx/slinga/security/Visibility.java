package cx.slinga.security;

import cx.slinga.security.Caller.PersonId;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the caller may see; the first parameter of every finder, so that forgetting it does
 * not compile. Only {@link Caller} makes one.
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

  /**
   * Whether a row of this owner and these departments is within sight.
   *
   * @param departments nulls stand for none
   */
  public boolean covers(UUID owner, @Nullable UUID... departments) {
    return switch (scope) {
      case ALL -> true;
      case NONE -> false;
      case DEPARTMENTS ->
          owner.equals(person.value())
              || Arrays.stream(departments)
                  .anyMatch(d -> d != null && this.departments.contains(d));
    };
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
