package cx.slinga.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A table of long jobs that several servers share: {@code state} is QUEUED, RUNNING or an end, and
 * whoever works on a job says so in {@code worked_at} again and again. A job whose worker has been
 * silent for {@link #LEASE} belongs to nobody.
 *
 * @param name of the table, from the code and never from input
 */
public record JobTable(String name) {
  /** How long a worker may be silent before its job is taken over. */
  public static final Duration LEASE = Duration.ofSeconds(10);

  private static final int MOST = 20;
  private static final String FREE =
      "(state = 'QUEUED' or state = 'RUNNING' and (worked_at is null or worked_at < :dead))";

  /** Jobs that nobody works on, the oldest first. */
  public List<UUID> waiting(Handle h, Instant now) {
    return h.createQuery(
            "select id from " + name + " where " + FREE + " order by requested_at limit " + MOST)
        .bind("dead", now.minus(LEASE).atOffset(ZoneOffset.UTC))
        .mapTo(UUID.class)
        .list();
  }

  /**
   * Takes a job that nobody works on.
   *
   * @param columns what the mapper reads, separated by commas; from the code and never from input
   * @return empty when somebody works on it or it has ended
   */
  public <J> Optional<J> take(Handle h, UUID id, Instant now, String columns, RowMapper<J> mapper) {
    return h.createQuery(
            "update "
                + name
                + " set state = 'RUNNING', started_at = coalesce(started_at, :now), worked_at ="
                + " :now where id = (select id from "
                + name
                + " where id = :id and "
                + FREE
                + " for update skip locked) returning "
                + columns)
        .bind("id", id)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("dead", now.minus(LEASE).atOffset(ZoneOffset.UTC))
        .map(mapper)
        .findOne();
  }
}
