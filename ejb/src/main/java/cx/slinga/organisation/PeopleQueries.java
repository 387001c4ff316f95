package cx.slinga.organisation;

import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads who works here, what they have to do, and who is away. Open to everybody who does. */
@Stateless
@DenyAll
public class PeopleQueries {
  @Inject private Database database;
  @Inject private Clock clock;

  public PeopleQueries() {}

  /** For use outside the container: tests. */
  public PeopleQueries(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * People by name, two statements a page.
   *
   * @param words part of the name or the username; null for all
   * @param counts whose cases are counted, see {@link cx.slinga.security.Caller#counts()}
   * @param department key of a department that they belong to or head; null for all
   * @param left whether those who have left are listed too; they always are while they own
   *     something that is open
   * @param after key of the page before, null for the first
   */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public Page<PersonCard> list(
      Visibility counts,
      @Nullable String words,
      @Nullable String department,
      boolean left,
      @Nullable String after,
      int size) {
    String[] key = after == null ? new String[] {"", ""} : after.split("~", 2);
    if (key.length != 2) {
      throw BusinessException.ofField("after", "filter.unknown-value", String.valueOf(after));
    }
    LocalDate today = today();
    List<PersonCard> rows =
        database.read(
            h -> {
              List<PersonCard> people =
                  h.createQuery(
                          "select p.id, p.username, p.name, p.roles, p.active, array(select d.name"
                              + " from departments d left join memberships m on m.department_id ="
                              + " d.id and m.person_id = p.id where m.person_id is not null or"
                              + " d.head_id = p.id order by d.name) as departments,"
                              + " coalesce(c.open, 0) as cases, coalesce(a.open, 0) as actions from"
                              + " people p left join (select owner_id, count(*) as open from cases"
                              + " where state not in ('CLOSED', 'DISMISSED') and (:all or owner_id"
                              + " = :me or symptom_department_id = any(:mine) or"
                              + " cause_department_id = any(:mine)) group by owner_id) c on"
                              + " c.owner_id = p.id left join (select t.owner_id, count(*) as open"
                              + " from actions t left join cases s on s.id = t.case_id left join"
                              + " causes k on k.id = t.cause_id left join projects j on j.id ="
                              + " t.project_id where t.state = 'OPEN' and s.state is distinct from"
                              + " 'DISMISSED' and (:all or t.owner_id = :me or s.owner_id = :me or"
                              + " s.symptom_department_id = any(:mine) or s.cause_department_id ="
                              + " any(:mine) or k.department_id = any(:mine) or j.department_id ="
                              + " any(:mine) or coalesce(k.owner_id, k.created_by) = :me) group by"
                              + " t.owner_id) a on"
                              + " a.owner_id = p.id where (p.active or :left or c.open > 0 or"
                              + " a.open > 0) and (p.name, p.username) > (:name, :username) and"
                              + " (:words::text is null or position(lower(:words) in lower(p.name))"
                              + " > 0 or position(lower(:words) in p.username) > 0) and"
                              + " (:department::text is null or exists (select from departments d"
                              + " left join memberships m on m.department_id = d.id and m.person_id"
                              + " = p.id where d.key = :department and (m.person_id is not null or"
                              + " d.head_id = p.id))) order by p.name, p.username limit :limit")
                      .bind("left", left)
                      .bind("all", counts.scope() == Visibility.Scope.ALL)
                      .bind("me", counts.person())
                      .bind("mine", counts.departments().toArray(UUID[]::new))
                      .bind("name", key[0])
                      .bind("username", key[1])
                      .bind("words", words == null || words.isBlank() ? null : words.strip())
                      .bind("department", department)
                      .bind("limit", size + 1)
                      .map(
                          (row, context) ->
                              new PersonCard(
                                  row.getObject("id", UUID.class),
                                  row.getString("username"),
                                  row.getString("name"),
                                  List.of((String[]) row.getArray("roles").getArray()),
                                  List.of((String[]) row.getArray("departments").getArray()),
                                  row.getBoolean("active"),
                                  false,
                                  row.getLong("cases"),
                                  row.getLong("actions"),
                                  List.of()))
                      .list();
              return withAbsences(h, people, today);
            });
    return Page.of(rows, size, row -> row.name() + "~" + row.username());
  }

  /** Absences that have not ended, the next first. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<AbsenceRow> absences() {
    return database.read(h -> absences(h, null, today()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), HandOvers.ZONE);
  }

  private static List<PersonCard> withAbsences(Handle h, List<PersonCard> people, LocalDate today) {
    Map<String, List<AbsenceRow>> absences = new HashMap<>();
    absences(h, people.stream().map(PersonCard::id).toArray(UUID[]::new), today)
        .forEach(row -> absences.computeIfAbsent(row.username(), k -> new ArrayList<>()).add(row));
    return people.stream()
        .map(
            p -> {
              List<AbsenceRow> own = absences.getOrDefault(p.username(), List.of());
              return new PersonCard(
                  p.id(),
                  p.username(),
                  p.name(),
                  p.roles(),
                  p.departments(),
                  p.active(),
                  own.stream().anyMatch(a -> !a.from().isAfter(today)),
                  p.openCases(),
                  p.openActions(),
                  List.copyOf(own));
            })
        .toList();
  }

  private static List<AbsenceRow> absences(Handle h, UUID @Nullable [] people, LocalDate today) {
    return h.createQuery(
            "select a.id, p.username, p.name, s.username as stand_in_username, s.name as"
                + " stand_in_name, a.from_day, a.to_day from absences a join people p on p.id ="
                + " a.person_id join people s on s.id = a.stand_in_id where a.to_day >= :today and"
                + " (:people::uuid[] is null or a.person_id = any(:people::uuid[])) order by"
                + " a.from_day, p.name, a.id")
        .bind("today", today)
        .bind("people", people)
        .map(
            (row, context) ->
                new AbsenceRow(
                    row.getObject("id", UUID.class),
                    row.getString("username"),
                    row.getString("name"),
                    row.getString("stand_in_username"),
                    row.getString("stand_in_name"),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class)))
        .list();
  }
}
