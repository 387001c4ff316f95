package cx.slinga.notification;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the outbox, newest first. */
@Stateless
@DenyAll
public class OutboxQueries {
  /** Counting stops here: whoever has so many waiting needs no exact figure. */
  public static final int COUNT_MAX = 10_000;

  /** The end of a name, and whatever a mail server quotes between angle brackets or around an @. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");

  @Inject private Database database;

  /** For the container. */
  public OutboxQueries() {}

  /** For use outside the container: tests. */
  OutboxQueries(Database database) {
    this.database = database;
  }

  /**
   * One page.
   *
   * @param state which ones, null for all
   * @param after key of the page before
   */
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.CX_OWNER})
  public Page<OutboxRow> list(@Nullable OutboxState state, @Nullable String after, int size) {
    Long before;
    try {
      before = after == null ? null : Long.valueOf(after);
    } catch (NumberFormatException e) {
      throw BusinessException.ofField("after", "filter.unknown-value", after);
    }
    String where = state == null ? "true" : state.condition();
    List<OutboxRow> rows =
        database.read(
            h ->
                h.createQuery(
                        "select o.id, o.kind, o.recipient, coalesce(o.payload ->> 'number',"
                            + " c.number) as about, case when o.discarded_at is not null then"
                            + " 'DISCARDED' when o.dead_at is not null then 'DEAD' when o.sent_at"
                            + " is not null then 'SENT' else 'QUEUED' end as state, o.created_at,"
                            + " coalesce(o.discarded_at, o.dead_at, o.sent_at, o.next_attempt_at)"
                            + " as at, o.attempts, o.last_error from (select o.* from outbox o"
                            + " where "
                            + where
                            + " and (:after::bigint is null or o.id < :after) order by o.id desc"
                            + " limit :limit) o left join letters l on l.id = cast(case when o.kind"
                            + " = 'mail.letter' then o.payload ->> 'letter' end as uuid) left join"
                            + " cases c on c.id = l.case_id order by o.id desc")
                    .bind("after", before)
                    .bind("limit", size + 1)
                    .map(
                        (row, context) ->
                            new OutboxRow(
                                row.getLong("id"),
                                row.getString("kind"),
                                masked(row.getString("recipient")),
                                row.getString("about"),
                                OutboxState.valueOf(row.getString("state")),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getInt("attempts"),
                                row.getString("last_error") == null
                                    ? null
                                    : masked(row.getString("last_error"))))
                    .list());
    return Page.of(rows, size, row -> Long.toString(row.id()));
  }

  /**
   * How many wait, are dead or were discarded, each up to {@link #COUNT_MAX}; sent ones are not
   * counted.
   */
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.CX_OWNER})
  public Map<OutboxState, Long> counts() {
    Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
    for (OutboxState state : List.of(OutboxState.QUEUED, OutboxState.DEAD)) {
      counts.put(
          state,
          database.read(
              h ->
                  h.createQuery(
                          "select count(*) from (select from outbox o where "
                              + state.condition()
                              + " limit :limit) o")
                      .bind("limit", COUNT_MAX)
                      .mapTo(Long.class)
                      .one()));
    }
    return counts;
  }

  /** Every address in it as its first letter and its domain; user names stay. */
  static String masked(String text) {
    return ADDRESS
        .matcher(text)
        .replaceAll(
            found -> {
              String address = found.group();
              return java.util.regex.Matcher.quoteReplacement(
                  address.substring(0, address.offsetByCodePoints(0, 1))
                      + "•••"
                      + address.substring(address.lastIndexOf('@')));
            });
  }
}
