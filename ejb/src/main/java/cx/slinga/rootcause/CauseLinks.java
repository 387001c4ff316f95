package cx.slinga.rootcause;

import cx.slinga.shared.Database;
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
