package cx.slinga.servicelevel;

import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.JobTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The jobs that let open cases follow, in the caller's transaction. */
@ApplicationScoped
class FollowJobs {
  private static final JobTable JOBS = new JobTable("policy_jobs");

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected FollowJobs() {}

  @Inject
  FollowJobs(Database database) {
    this.database = database;
  }

  /**
   * A job that somebody works on.
   *
   * @param reached the last case that was looked at
   */
  record Job(UUID id, int version, String requestedBy, UUID reached) {}

  /** Cases that follow the last one, in the order of their ids. */
  record Found(List<UUID> cases, boolean last) {}

  /** What came of a job. */
  record Result(int reached, int moved) {}

  /** Puts a job in for a version. */
  UUID queue(int version, String requestedBy, int total, Instant at) {
    UUID id = Ids.next();
    database.write(
        h ->
            h.createUpdate(
                    "insert into policy_jobs (id, version, state, requested_by, requested_at,"
                        + " total) values (:id, :version, 'QUEUED', :by, :at, :total)")
                .bind("id", id)
                .bind("version", version)
                .bind("by", requestedBy)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("total", total)
                .execute());
    return id;
  }

  /** How many cases are open. */
  int open() {
    return database.read(
        h ->
            h.createQuery(
                    "select count(*) from cases where state not in ('RESOLVED', 'CLOSED',"
                        + " 'DISMISSED')")
                .mapTo(Integer.class)
                .one());
  }

  /** Jobs that nobody works on, the oldest first. */
  List<UUID> waiting(Instant now) {
    return database.read(h -> JOBS.waiting(h, now));
  }

  /**
   * Takes a job that nobody works on; null when somebody does, it has ended, or a version before
   * has not been followed yet.
   */
  @Nullable Job take(UUID id, Instant now) {
    return database.read(
        h ->
            first(h, id)
                ? JOBS.take(
                        h,
                        id,
                        now,
                        "id, version, requested_by, reached_id",
                        (row, context) ->
                            new Job(
                                row.getObject("id", UUID.class),
                                row.getInt("version"),
                                row.getString("requested_by"),
                                row.getObject("reached_id", UUID.class)))
                    .orElse(null)
                : null);
  }

  private static boolean first(Handle h, UUID id) {
    return h.createQuery(
            "select id from policy_jobs where state in ('QUEUED', 'RUNNING') order by version"
                + " limit 1")
        .mapTo(UUID.class)
        .findOne()
        .filter(id::equals)
        .isPresent();
  }

  /**
   * Locks the job until the transaction ends.
   *
   * @return false when it no longer runs or stands elsewhere than the worker believes: somebody
   *     else has taken it over
   */
  boolean hold(UUID id, UUID reached) {
    return database.read(
        h ->
            h.createQuery(
                    "select id from policy_jobs where id = :id and state = 'RUNNING' and"
                        + " reached_id = :reached for update")
                .bind("id", id)
                .bind("reached", reached)
                .mapTo(UUID.class)
                .findOne()
                .isPresent());
  }

  /** The open cases behind that one, at most so many. */
  Found next(UUID reached, int size) {
    List<UUID> cases =
        database.read(
            h ->
                h.createQuery(
                        "select id from cases where id > :reached and state not in ('RESOLVED',"
                            + " 'CLOSED', 'DISMISSED') order by id limit :size")
                    .bind("reached", reached)
                    .bind("size", size)
                    .mapTo(UUID.class)
                    .list());
    return new Found(cases, cases.size() < size);
  }

  /** Keeps how far it is, and that somebody works on it. */
  void advance(UUID id, UUID reached, int looked, int moved, Instant now) {
    database.write(
        h ->
            h.createUpdate(
                    "update policy_jobs set reached_id = :reached, reached = reached + :looked,"
                        + " moved = moved + :moved, worked_at = :now, incident = null where id ="
                        + " :id")
                .bind("id", id)
                .bind("reached", reached)
                .bind("looked", looked)
                .bind("moved", moved)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Ends it. */
  Result finish(UUID id, Instant now) {
    return database.read(
        h ->
            h.createQuery(
                    "update policy_jobs set state = 'DONE', finished_at = :now where id = :id"
                        + " returning reached, moved")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Result(row.getInt("reached"), row.getInt("moved")))
                .one());
  }

  /** Says what stopped it. */
  void stopped(UUID id, String incident) {
    database.write(
        h ->
            h.createUpdate("update policy_jobs set incident = :incident where id = :id")
                .bind("id", id)
                .bind("incident", incident)
                .execute());
  }
}
