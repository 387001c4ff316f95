package cx.slinga.bulk;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseSql;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.JobTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk jobs and their cases, in the caller's transaction. */
@ApplicationScoped
class BulkJobs {
  /** After this long without a sign of life another server may take a job over. */
  static final Duration LEASE = JobTable.LEASE;

  private static final JobTable JOBS = new JobTable("bulk_jobs");

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected BulkJobs() {}

  @Inject
  BulkJobs(Database database) {
    this.database = database;
  }

  /** A job that somebody works on. */
  record Job(UUID id, String verb, BulkInput input, String requestedBy, int reached) {}

  /** One case of a job; its id is null when the one who asked may not see it. */
  record Item(int position, String number, @Nullable UUID caseId) {}

  /** Why an item was left as it was. */
  record Refused(int position, BusinessException reason) {}

  /** Puts a job in that does not have its cases yet. */
  void queue(UUID id, String verb, BulkInput input, String requestedBy, Instant at) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    input.values().forEach(json::add);
    String values = json.build().toString();
    database.write(
        h ->
            h.createUpdate(
                    "insert into bulk_jobs (id, verb, input, state, requested_by, requested_at,"
                        + " named, total) values (:id, :verb, cast(:input as jsonb), 'QUEUED',"
                        + " :requestedBy, :at, 0, 0)")
                .bind("id", id)
                .bind("verb", verb)
                .bind("input", values)
                .bind("requestedBy", requestedBy)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Gives the job its cases by number; what the caller may not see stays a number. */
  int take(UUID id, CaseSql sight, Collection<String> numbers) {
    database.write(
        h ->
            sight
                .bind(
                    h.createUpdate(
                        "insert into bulk_items (job_id, position, number, case_id) select :job,"
                            + " n.position, n.number, c.id from unnest(:numbers) with ordinality"
                            + " n(number, position) left join cases c on c.number = n.number and "
                            + sight.where()))
                .bind("job", id)
                .bind("numbers", numbers.toArray(new String[0]))
                .execute());
    counted(id, numbers.size(), numbers.size());
    return numbers.size();
  }

  /** Gives the job the first cases that the filter names now. */
  int take(UUID id, CaseSql named, CaseSort sort, long count, int most) {
    String order =
        " order by %1$s%2$s, c.id%2$s".formatted(sort.column(), sort.ascending() ? "" : " desc");
    int taken =
        database.read(
            h ->
                named
                    .bind(
                        h.createUpdate(
                            "insert into bulk_items (job_id, position, number, case_id) select"
                                + " :job, row_number() over ("
                                + order
                                + "), c.number, c.id from (select c.* from cases c where "
                                + named.where()
                                + order
                                + " limit :most) c"))
                    .bind("job", id)
                    .bind("most", most)
                    .execute());
    counted(id, (int) Math.max(count, taken), taken);
    return taken;
  }

  private void counted(UUID id, int named, int total) {
    database.write(
        h ->
            h.createUpdate("update bulk_jobs set named = :named, total = :total where id = :id")
                .bind("id", id)
                .bind("named", named)
                .bind("total", total)
                .execute());
  }

  /** Jobs that nobody works on, the oldest first. */
  List<UUID> waiting(Instant now) {
    return database.read(h -> JOBS.waiting(h, now));
  }

  /** Takes a job that nobody works on; null when somebody does or it has ended. */
  @Nullable Job take(UUID id, Instant now) {
    return database
        .read(
            h ->
                JOBS.take(
                    h,
                    id,
                    now,
                    "id, verb, input::text as input, requested_by, reached",
                    (row, context) ->
                        new Job(
                            row.getObject("id", UUID.class),
                            row.getString("verb"),
                            input(row.getString("input")),
                            row.getString("requested_by"),
                            row.getInt("reached"))))
        .orElse(null);
  }

  private static BulkInput input(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    try (var reader = Json.createReader(new StringReader(text))) {
      var json = reader.readObject();
      json.keySet().forEach(name -> values.put(name, json.getString(name)));
    }
    return new BulkInput(values);
  }

  /**
   * Locks the job until the transaction ends.
   *
   * @return whether it is to be cancelled; null when it no longer runs or stands elsewhere than the
   *     worker believes: somebody else has taken it over
   */
  @Nullable Boolean hold(UUID id, int reached) {
    return database.read(
        h ->
            h.createQuery(
                    "select cancel_requested from bulk_jobs where id = :id and state = 'RUNNING'"
                        + " and reached = :reached for update skip locked")
                .bind("id", id)
                .bind("reached", reached)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(null));
  }

  /** How many of its items are settled and committed. */
  int reached(UUID id) {
    return database.read(
        h ->
            h.createQuery("select reached from bulk_jobs where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
  }

  /** The items after the checkpoint. */
  List<Item> next(UUID id, int reached, int count) {
    return database.read(
        h ->
            h.createQuery(
                    "select position, number, case_id from bulk_items where job_id = :id and"
                        + " position > :reached order by position limit :count")
                .bind("id", id)
                .bind("reached", reached)
                .bind("count", count)
                .map(
                    (row, context) ->
                        new Item(
                            row.getInt("position"),
                            row.getString("number"),
                            row.getObject("case_id", UUID.class)))
                .list());
  }

  /** Notes what became of a step, which moves the checkpoint behind it. */
  void advance(UUID id, int settled, List<Refused> refused, Instant now) {
    database.write(
        h -> {
          if (!refused.isEmpty()) {
            var batch =
                h.prepareBatch(
                    "update bulk_items set reason_key = :key, reason_args = :args where job_id ="
                        + " :id and position = :position");
            for (Refused one : refused) {
              batch
                  .bind("id", id)
                  .bind("position", one.position())
                  .bind("key", one.reason().key())
                  .bind(
                      "args",
                      one.reason().args().stream().map(String::valueOf).toArray(String[]::new))
                  .add();
            }
            batch.execute();
          }
          h.createUpdate(
                  "update bulk_jobs set reached = reached + :settled, refused = refused + :refused,"
                      + " done = done + :settled - :refused, worked_at = :now where id = :id")
              .bind("id", id)
              .bind("settled", settled)
              .bind("refused", refused.size())
              .bind("now", now.atOffset(ZoneOffset.UTC))
              .execute();
        });
  }

  /** Adds up whom the job gave how many cases. */
  void given(UUID id, Map<UUID, Integer> cases) {
    if (cases.isEmpty()) {
      return;
    }
    database.write(
        h -> {
          var batch =
              h.prepareBatch(
                  "insert into bulk_given (job_id, person_id, cases) values (:id, :person, :cases)"
                      + " on conflict (job_id, person_id) do update set cases = bulk_given.cases +"
                      + " excluded.cases");
          cases.forEach(
              (person, count) ->
                  batch.bind("id", id).bind("person", person).bind("cases", count).add());
          batch.execute();
        });
  }

  /** The calendars of the cases that it has. */
  Set<CalendarKey> calendars(UUID id) {
    return database.read(
        h ->
            h.createQuery(
                    "select distinct c.calendar from bulk_items i join cases c on c.id = i.case_id"
                        + " where i.job_id = :id")
                .bind("id", id)
                .map((row, context) -> CalendarKey.valueOf(row.getString("calendar")))
                .set());
  }

  /** Asks it to stop; false when it has ended. */
  boolean cancel(UUID id) {
    return database.read(
            h ->
                h.createUpdate(
                        "update bulk_jobs set cancel_requested = true where id = :id and state in"
                            + " ('QUEUED', 'RUNNING')")
                    .bind("id", id)
                    .execute())
        > 0;
  }

  /** Ends it. */
  BulkEvent.Finished finish(UUID id, BulkState state, Instant now) {
    return database.read(
        h ->
            h.createQuery(
                    "update bulk_jobs set state = :state, finished_at = :now where id = :id"
                        + " returning verb, done, refused")
                .bind("id", id)
                .bind("state", state.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(
                    (row, context) ->
                        new BulkEvent.Finished(
                            id,
                            row.getString("verb"),
                            state,
                            row.getInt("done"),
                            row.getInt("refused")))
                .one());
  }

  /** Gives it up; what was changed stays. */
  void fail(UUID id, String key, List<String> args, Instant now) {
    database.write(
        h ->
            h.createUpdate(
                    "update bulk_jobs set state = 'FAILED', finished_at = :now, failure_key = :key,"
                        + " failure_args = :args where id = :id")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("key", key)
                .bind("args", args.toArray(new String[0]))
                .execute());
  }

  /** What a caller sees, as a condition. */
  static CaseSql sight(Visibility visibility, CaseFilter filter, Instant now) {
    return new CaseSql(visibility, filter, now, CaseQueries.ZONE);
  }
}
