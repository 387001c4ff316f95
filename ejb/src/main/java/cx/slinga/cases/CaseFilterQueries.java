package cx.slinga.cases;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows whether what a filter names exists: an unknown name is a mistake, not an empty list. */
@Stateless
@DenyAll
public class CaseFilterQueries {
  @Inject private Database database;

  public CaseFilterQueries() {}

  /** For use outside the container: tests. */
  public CaseFilterQueries(Database database) {
    this.database = database;
  }

  /**
   * The filter itself, when everything that it names exists.
   *
   * @throws BusinessException {@code filter.unknown-value} of the first parameter that names
   *     nothing
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CaseFilter known(CaseFilter filter) {
    Map<String, @Nullable String> named = new LinkedHashMap<>();
    named.put("owner", filter.owner());
    named.put("department", filter.department());
    named.put("touchpoint", filter.touchpoint());
    named.put("survey", filter.survey());
    named.put("cause", filter.cause() == null ? null : filter.cause().toString());
    if (named.values().stream().allMatch(value -> value == null)) {
      return filter;
    }
    Map<String, Boolean> exists =
        database.read(
            h ->
                h.createQuery(
                        "select exists (select from people where username = :owner) as owner,"
                            + " exists (select from departments where key = :department) as"
                            + " department, exists (select from touchpoints where key ="
                            + " :touchpoint) as touchpoint, exists (select from surveys where key"
                            + " = :survey) as survey, exists (select from causes where id ="
                            + " cast(:cause as uuid)) as cause")
                    .bindMap(named)
                    .map(
                        (row, context) -> {
                          Map<String, Boolean> found = new LinkedHashMap<>();
                          for (String name : named.keySet()) {
                            found.put(name, row.getBoolean(name));
                          }
                          return found;
                        })
                    .one());
    named.forEach(
        (name, value) -> {
          if (value != null && !Boolean.TRUE.equals(exists.get(name))) {
            throw BusinessException.ofField(name, "filter.unknown-value", value);
          }
        });
    return filter;
  }
}
