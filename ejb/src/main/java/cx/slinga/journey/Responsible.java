package cx.slinga.journey;

import cx.slinga.organisation.People;
import cx.slinga.shared.BusinessException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who is to answer for a touchpoint.
 *
 * @param person null for everybody of the department in turn
 */
record Responsible(UUID department, @Nullable UUID person) {
  private record Department(UUID id, String name, boolean open) {}

  /**
   * Those of these keys.
   *
   * @throws BusinessException of {@code department} or {@code person} when there is none, or it
   *     takes no new work
   */
  static Responsible of(Handle h, People people, String department, @Nullable String person) {
    UUID responsible =
        person == null || person.isBlank() ? null : people.owner("person", person).id().value();
    // shared: it cannot be closed before this is committed
    Department chosen =
        h.createQuery("select id, name, is_open from departments where key = :key for share")
            .bind("key", department)
            .map(
                (row, context) ->
                    new Department(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("is_open")))
            .findOne()
            .orElseThrow(
                () -> BusinessException.ofField("department", "department.unknown", department));
    if (!chosen.open()) {
      throw BusinessException.ofField("department", "department.closed", chosen.name());
    }
    return new Responsible(chosen.id(), responsible);
  }
}
