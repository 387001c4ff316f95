package cx.slinga.reminders;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.notification.MailDelivery.Result;
import cx.slinga.notification.MailWriter;
import cx.slinga.notification.PostRound;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A department with an owner, a head and a CX owner, and cases whose clocks run. */
public final class ReminderHouse implements AutoCloseable {
  /** Monday, 09:00 in Stockholm. */
  public static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

  final TestPostgres postgres = new TestPostgres();
  public final Database database = new Database(postgres);
  final MovableClock clock = new MovableClock();
  public final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  final DeadlineSweep sweep = sweeper();

  public UUID karin = Ids.next();
  UUID dag = Ids.next();
  UUID cecilia = Ids.next();
  UUID department = Ids.next();
  UUID survey = Ids.next();

  private final AtomicInteger count = new AtomicInteger();

  /** Another server's. */
  DeadlineSweep sweeper() {
    return new DeadlineSweep(new DeadlineRows(database), new ServiceLevels(database), clock);
  }

  public void furnish() {
    clock.now = MONDAY;
    UUID journey = Ids.next();
    database.write(
        h -> {
          h.execute("alter table audit_entries disable trigger audit_entries_append_only");
          h.execute(
              "truncate notices, outbox, departments, people, customers, journeys, surveys,"
                  + " responses, cases, audit_entries cascade");
          h.execute("alter table audit_entries enable trigger audit_entries_append_only");
          person(karin, "karin", "{case_owner}");
          person(dag, "dag", "{department_head}");
          person(cecilia, "cecilia", "{cx_owner}");
          h.execute(
              "insert into departments (id, key, name, head_id) values (?, 'signs', 'Signs', ?)",
              department,
              dag);
          h.execute("insert into journeys (id, key, name) values (?, 'j', 'J')", journey);
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, 's', 'S', ?,"
                  + " '{}')",
              survey,
              journey);
        });
    server.reset();
  }

  private void person(UUID id, String username, String roles) {
    database.write(
        h ->
            h.execute(
                "insert into people (id, username, name, email, roles) values (?, ?, initcap(?), ?"
                    + " || '@example.test', cast(? as text[]))",
                id,
                username,
                username,
                username,
                roles));
  }

  /** An open case of Karin's; its other two clocks ring long afterwards. */
  public UUID caseWithContactDue(Instant due) {
    return caseDue(due, due.plusSeconds(90 * 86_400L), due.plusSeconds(120 * 86_400L));
  }

  UUID caseDue(Instant contact, Instant analysis, Instant resolution) {
    UUID id = Ids.next();
    int n = count.incrementAndGet();
    Instant opened = contact.minusSeconds(20 * 86_400L);
    database.write(
        h -> {
          h.execute(
              "insert into responses (id, survey_id, external_id, answered_on, received_at) values"
                  + " (?, ?, ?, '2026-10-01', now())",
              n,
              survey,
              "r" + n);
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, owner_id,"
                  + " opened_at, symptom_department_id, calendar, contact_due_at, analysis_due_at,"
                  + " resolution_due_at, version) values (?, ?, ?, ?, 'OPEN', 'NORMAL', ?, ?, ?,"
                  + " 'SWEDEN', ?, ?, ?, 0)",
              id,
              "SL-2026-%06d".formatted(n),
              n,
              survey,
              karin,
              opened.atOffset(ZoneOffset.UTC),
              department,
              contact.atOffset(ZoneOffset.UTC),
              analysis.atOffset(ZoneOffset.UTC),
              resolution.atOffset(ZoneOffset.UTC));
        });
    return id;
  }

  UUID actionDue(LocalDate day) {
    UUID id = Ids.next();
    UUID of = caseWithContactDue(MONDAY.plusSeconds(40 * 86_400L));
    database.write(
        h ->
            h.execute(
                "insert into actions (id, case_id, title, kind, owner_id, deadline, first_deadline,"
                    + " state, created_by, created_at, version) values (?, ?, 'Put up a sign',"
                    + " 'CORRECTIVE', ?, ?, ?, 'OPEN', ?, now(), 0)",
                id,
                of,
                karin,
                day,
                day,
                karin));
    return id;
  }

  /** As {@link #actionDue}, of a cause that the department can remove. */
  void sharedActionDue(LocalDate day) {
    UUID stage = Ids.next();
    UUID touchpoint = Ids.next();
    UUID cause = Ids.next();
    database.write(
        h -> {
          h.execute(
              "insert into stages select ?, id, 'stage', 'Stage', 1 from journeys limit 1", stage);
          h.execute(
              "insert into touchpoints (id, stage_id, key, name, position, department_id) values"
                  + " (?, ?, 'roads', 'Roads', 1, ?)",
              touchpoint,
              stage,
              department);
          h.execute(
              "insert into causes (id, title, state, touchpoint_id, department_id, created_by,"
                  + " created_at, version) values (?, 'Signs end too early', 'CONFIRMED', ?, ?, ?,"
                  + " now(), 0)",
              cause,
              touchpoint,
              department,
              karin);
          h.execute(
              "insert into actions (id, cause_id, title, kind, owner_id, deadline, first_deadline,"
                  + " state, created_by, created_at, version) values (?, ?, 'Put up a sign',"
                  + " 'CORRECTIVE', ?, ?, ?, 'OPEN', ?, now(), 0)",
              Ids.next(),
              cause,
              karin,
              day,
              day,
              karin);
        });
  }

  /** One minute's work of one server. */
  void sweep() {
    int seen;
    do {
      seen = postgres.inTransaction(sweep::cases);
    } while (seen == DeadlineSweep.BATCH);
    postgres.inTransaction(sweep::actions);
    postgres.inTransaction(sweep::gather);
  }

  /** Sends what is to be sent; tells what became of the last message. */
  public Result deliver(MailWriter... others) {
    List<MailWriter> writers = new ArrayList<>(List.of(others));
    writers.add(new DeadlineDigest(database, new ServiceLevels(database)));
    return new PostRound(postgres, clock, server, writers).deliver();
  }

  public long count(String query) {
    return database.read(h -> h.createQuery(query).mapTo(Long.class).one());
  }

  public void execute(String statement) {
    database.write(h -> h.execute(statement));
  }

  @Override
  public void close() {
    server.stop();
    postgres.close();
  }

  /** A clock that tests move. */
  static final class MovableClock extends Clock {
    volatile Instant now = MONDAY;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
