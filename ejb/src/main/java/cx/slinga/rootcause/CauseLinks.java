package cx.slinga.rootcause;

import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which cases name which cause, for splitting and merging: sets of rows, one statement. */
@ApplicationScoped
public class CauseLinks {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected CauseLinks() {}

  @Inject
  public CauseLinks(Database database) {
    this.database = database;
  }

  /** How many cases name the cause. */
  public int count(UUID cause) {
    return database.read(
        h ->
            h.createQuery("select count(*) from cases where cause_id = :cause")
                .bind("cause", cause)
                .mapTo(Integer.class)
                .one());
  }

  /**
   * Refuses cases that are out of sight, in one statement.
   *
   * @throws NotFoundException naming the first of them
   */
  void refuseHidden(Visibility visibility, List<String> numbers) {
    database
        .read(
            h ->
                h.createQuery(
                        "select n from unnest(:numbers) n where not exists (select from cases c"
                            + " where c.number = n and (:all or c.owner_id = :person or"
                            + " c.symptom_department_id = any(:departments) or"
                            + " c.cause_department_id = any(:departments))) limit 1")
                    .bind("numbers", numbers.toArray(new String[0]))
                    .bind("all", visibility.scope() == Visibility.Scope.ALL)
                    .bind("person", visibility.person())
                    .bind("departments", visibility.departments().toArray(new UUID[0]))
                    .mapTo(String.class)
                    .findFirst())
        .ifPresent(
            number -> {
              throw new NotFoundException(number);
            });
  }

  /**
   * Moves cases to another cause. Where a case was caused at the touchpoint of the first, it is now
   * caused at that of the second; where its analysis said otherwise, that stays.
   *
   * @param numbers of cases that name {@code from}, or null for all; others are left alone
   * @return what to tell of each case that moved, in the order of their numbers
   */
  public List<CaseMoved> move(
      UUID from,
      UUID fromTouchpoint,
      UUID to,
      UUID toTouchpoint,
      UUID toDepartment,
      @Nullable List<String> numbers) {
    boolean elsewhere = !fromTouchpoint.equals(toTouchpoint);
    return database.read(
        h ->
            h.createQuery(
                    "with moved as (update cases set cause_id = :to, cause_touchpoint_id = case"
                        + " when cause_touchpoint_id = :fromTouchpoint then :toTouchpoint else"
                        + " cause_touchpoint_id end, cause_department_id = case when"
                        + " cause_touchpoint_id = :fromTouchpoint then :toDepartment else"
                        + " cause_department_id end, version = version + 1 where cause_id = :from"
                        + " and (:all or number = any(:numbers)) returning number,"
                        + " cause_touchpoint_id = :toTouchpoint as follows) select number, follows"
                        + " from moved order by number")
                .bind("from", from)
                .bind("to", to)
                .bind("fromTouchpoint", fromTouchpoint)
                .bind("toTouchpoint", toTouchpoint)
                .bind("toDepartment", toDepartment)
                .bind("all", numbers == null)
                .bind("numbers", numbers == null ? new String[0] : numbers.toArray(new String[0]))
                .map(
                    (row, context) ->
                        new CaseMoved(
                            row.getString("number"),
                            from,
                            to,
                            elsewhere && row.getBoolean("follows") ? toTouchpoint : null))
                .list());
  }
}
