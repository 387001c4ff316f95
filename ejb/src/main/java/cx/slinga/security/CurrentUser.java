package cx.slinga.security;

import cx.slinga.security.Caller.PersonId;
import cx.slinga.shared.Database;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The caller of the running call. Roles come from the container (the token), departments from the
 * mirrored directory.
 */
@Stateless
@DeclareRoles({
  Roles.CX_OWNER,
  Roles.DEPARTMENT_HEAD,
  Roles.CASE_OWNER,
  Roles.AUDITOR,
  Roles.ADMINISTRATOR
})
@PermitAll // asks who calls; reveals only that to the caller
public class CurrentUser {
  private static final List<String> ALL_ROLES =
      List.of(
          Roles.CX_OWNER,
          Roles.DEPARTMENT_HEAD,
          Roles.CASE_OWNER,
          Roles.AUDITOR,
          Roles.ADMINISTRATOR);

  @Resource private SessionContext context;
  @Inject private Database database;

  /**
   * The caller.
   *
   * @throws EJBAccessException when nobody is logged in, or the person is not in the directory
   */
  public Caller get() {
    String username = context.getCallerPrincipal().getName();
    return find(username)
        .orElseThrow(() -> new EJBAccessException("no such person in the directory"));
  }

  /** Name of the caller, also of one whom the directory mirror does not hold yet. */
  public String username() {
    return context.getCallerPrincipal().getName();
  }

  private Optional<Caller> find(String username) {
    Set<String> roles =
        ALL_ROLES.stream().filter(context::isCallerInRole).collect(Collectors.toUnmodifiableSet());
    return database.read(
        h ->
            h.createQuery(
                    "select p.id, p.name, array(select department_id from memberships m where"
                        + " m.person_id = p.id union select d.id from departments d where d.head_id"
                        + " = p.id) as departments from people p where p.username = :username and"
                        + " p.active")
                .bind("username", username)
                .map(
                    (row, context) ->
                        new Caller(
                            new PersonId(row.getObject("id", UUID.class)),
                            username,
                            row.getString("name"),
                            roles,
                            Stream.of((UUID[]) row.getArray("departments").getArray())
                                .collect(Collectors.toSet())))
                .findOne());
  }
}
