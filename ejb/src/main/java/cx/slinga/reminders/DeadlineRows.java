package cx.slinga.reminders;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.CaseQueries;
import cx.slinga.organisation.StandIns;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Deadlines and notices as the sweep sees them. All in the caller's transaction, set by set. */
@ApplicationScoped
class DeadlineRows {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected DeadlineRows() {}

  @Inject
  DeadlineRows(Database database) {
    this.database = database;
  }

  /**
   * The deadline of a clock of a case that is to be looked at.
   *
   * @param said how many levels have been said about it
   * @param head the head of the department, null where there is none
   */
  record CaseDeadline(
      UUID caseId,
      String clock,
      Instant due,
      int said,
      CalendarKey calendar,
      UUID owner,
      @Nullable UUID head) {}

  /** The deadline of an action that is to be looked at. */
  record ActionDeadline(
      UUID actionId,
      LocalDate day,
      int said,
      CalendarKey calendar,
      UUID owner,
      @Nullable UUID head) {}

  /** What was said, and when to look again. */
  record Look(UUID subject, String clock, int said, @Nullable Instant next) {}

  /** That somebody is to be told. */
  record Notice(
      String subjectType, UUID subject, String clock, int level, Instant due, UUID recipient) {}

  /**
   * The clocks that are to be looked at, held until the transaction ends; no other server gets
   * them.
   */
  List<CaseDeadline> claimCases(Instant now, int most) {
    return database.read(
        h ->
            h.createQuery(
                    "with claimed as materialized (select case_id, clock, due_at, notice_level from"
                        + " deadlines where notice_at <= :now order by notice_at limit :most for"
                        + " update skip locked) select d.*, c.calendar, c.owner_id, p.head_id from"
                        + " claimed d join cases c on c.id = d.case_id left join departments p on"
                        + " p.id = coalesce(c.cause_department_id, c.symptom_department_id)")
                .bind("now", at(now))
                .bind("most", most)
                .map(
                    (row, context) ->
                        new CaseDeadline(
                            row.getObject("case_id", UUID.class),
                            row.getString("clock"),
                            row.getObject("due_at", OffsetDateTime.class).toInstant(),
                            row.getInt("notice_level"),
                            CalendarKey.valueOf(row.getString("calendar")),
                            row.getObject("owner_id", UUID.class),
                            row.getObject("head_id", UUID.class)))
                .list());
  }

  /** Who is away, and who does their work. */
  StandIns standIns(Instant now) {
    return database.read(h -> StandIns.on(h, LocalDate.ofInstant(now, CaseQueries.ZONE)));
  }

  /** The actions that are to be looked at, held likewise. */
  List<ActionDeadline> claimActions(Instant now, int most) {
    return database.read(
        h ->
            h.createQuery(
                    "with claimed as materialized (select action_id, deadline, notice_level from"
                        + " action_deadlines where notice_at <= :now order by notice_at limit :most"
                        + " for update skip locked) select d.*, coalesce(c.calendar, p.calendar,"
                        + " 'SWEDEN') as calendar, a.owner_id, p.head_id from claimed d join"
                        + " actions a on a.id = d.action_id left join cases c on c.id = a.case_id"
                        + " left join causes k on k.id = a.cause_id left join projects j on j.id ="
                        + " a.project_id left join departments p on p.id = coalesce("
                        + " j.department_id, k.department_id, c.cause_department_id,"
                        + " c.symptom_department_id)")
                .bind("now", at(now))
                .bind("most", most)
                .map(
                    (row, context) ->
                        new ActionDeadline(
                            row.getObject("action_id", UUID.class),
                            row.getObject("deadline", LocalDate.class),
                            row.getInt("notice_level"),
                            CalendarKey.valueOf(row.getString("calendar")),
                            row.getObject("owner_id", UUID.class),
                            row.getObject("head_id", UUID.class)))
                .list());
  }

  void looked(List<Look> cases) {
    if (cases.isEmpty()) {
      return;
    }
    database.write(
        h ->
            looks(
                    h,
                    "update deadlines d set notice_level = n.said, notice_at = n.next from"
                        + " unnest(:ids, :clocks, :said, cast(:next as timestamptz[])) n(id, clock,"
                        + " said, next) where d.case_id = n.id and d.clock = n.clock",
                    cases)
                .bind("clocks", array(cases, Look::clock, String[]::new))
                .execute());
  }

  void lookedAtActions(List<Look> actions) {
    if (actions.isEmpty()) {
      return;
    }
    database.write(
        h ->
            looks(
                    h,
                    "update action_deadlines d set notice_level = n.said, notice_at = n.next from"
                        + " unnest(:ids, :said, cast(:next as timestamptz[])) n(id, said, next)"
                        + " where d.action_id = n.id",
                    actions)
                .execute());
  }

  private static org.jdbi.v3.core.statement.Update looks(
      Handle h, String statement, List<Look> looks) {
    return h.createUpdate(statement)
        .bind("ids", array(looks, Look::subject, UUID[]::new))
        .bind("said", array(looks, Look::said, Integer[]::new))
        .bind(
            "next",
            array(
                looks,
                look -> Optional.ofNullable(look.next()).map(Instant::toString).orElse(null),
                String[]::new));
  }

  /**
   * Keeps notices until they are gathered, each once; what escalates goes into the record as well.
   */
  void keep(List<Notice> notices, Instant now) {
    if (notices.isEmpty()) {
      return;
    }
    database.write(
        h ->
            h.createUpdate(
                    "with made as (insert into notices (subject, subject_id, clock, level, due_at,"
                        + " recipient_id, made_at) select n.subject, n.id, n.clock, n.level, n.due,"
                        + " n.recipient, :now from unnest(:subjects, :ids, :clocks, :levels,"
                        + " cast(:dues as timestamptz[]), :recipients) n(subject, id, clock, level,"
                        + " due, recipient) on conflict do nothing returning subject, subject_id,"
                        + " clock, level, recipient_id) insert into audit_entries (at, actor,"
                        + " origin, verb, object_type, object_id, changes) select :now, 'system',"
                        + " 'job', lower(m.subject) || '.escalated', lower(m.subject),"
                        + " coalesce(c.number, m.subject_id::text), jsonb_build_object('clock',"
                        + " jsonb_build_array(null, m.clock), 'to', jsonb_build_array(null, case"
                        + " m.level when 2 then 'DEPARTMENT_HEAD' else 'CX_OWNER' end)) from"
                        + " (select distinct subject, subject_id, clock, level from made where"
                        + " level >= 2) m left join cases c on m.subject = 'CASE' and c.id ="
                        + " m.subject_id")
                .bind("now", at(now))
                .bind("subjects", array(notices, Notice::subjectType, String[]::new))
                .bind("ids", array(notices, Notice::subject, UUID[]::new))
                .bind("clocks", array(notices, Notice::clock, String[]::new))
                .bind("levels", array(notices, Notice::level, Integer[]::new))
                .bind("dues", array(notices, notice -> notice.due().toString(), String[]::new))
                .bind("recipients", array(notices, Notice::recipient, UUID[]::new))
                .execute());
  }

  /** Everybody who answers for all cases. */
  List<UUID> cxOwners() {
    return database.read(
        h ->
            h.createQuery(
                    "select id from people where active and 'cx_owner' = any(roles) order by id")
                .mapTo(UUID.class)
                .list());
  }

  /** As it is set now. */
  ReminderTimes times() {
    Map<Integer, Allowance> times = new HashMap<>();
    database.write(
        h ->
            h.createQuery("select level, amount, unit from reminder_times")
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getInt("level"),
                            new Allowance(
                                row.getInt("amount"),
                                AllowanceUnit.valueOf(row.getString("unit")))))
                .forEach(entry -> times.put(entry.getKey(), entry.getValue())));
    return new ReminderTimes(of(times, 0), of(times, 2), of(times, 3));
  }

  private static Allowance of(Map<Integer, Allowance> times, int level) {
    Allowance found = times.get(level);
    if (found == null) {
      throw new IllegalStateException("no time for level " + level);
    }
    return found;
  }

  /**
   * Puts what waits for the same person into one mail; into one that waits to be sent already,
   * where there is one.
   *
   * @return how many mails were written, none when another server gathers at this moment
   */
  int gather(Instant now) {
    return database.read(
        h -> {
          boolean mine =
              h.createQuery("select pg_try_advisory_xact_lock(hashtext('slinga.notices'))")
                  .mapTo(Boolean.class)
                  .one();
          if (!mine) {
            return 0;
          }
          h.createUpdate(
                  "with waiting as (select distinct recipient_id from notices where outbox_id is"
                      + " null), queued as (select o.id, p.id as person from outbox o join people p"
                      + " on p.username = o.recipient where o.kind = 'mail.deadline-digest' and"
                      + " o.sent_at is null and o.dead_at is null and o.discarded_at is null and"
                      + " p.id in (select recipient_id from waiting) for update of o skip locked)"
                      + " update notices n set outbox_id = q.id from queued q where q.person ="
                      + " n.recipient_id and n.outbox_id is null")
              .execute();
          return h.createQuery(
                  "with waiting as (select distinct recipient_id from notices where outbox_id is"
                      + " null), mails as (insert into outbox (message_id, kind, recipient,"
                      + " payload, created_at, next_attempt_at) select gen_random_uuid(),"
                      + " 'mail.deadline-digest', p.username, '{}'::jsonb, :now, :now from waiting"
                      + " w join people p on p.id = w.recipient_id returning id, recipient), told"
                      + " as (update notices n set outbox_id = m.id from mails m join people p on"
                      + " p.username = m.recipient where n.recipient_id = p.id and n.outbox_id is"
                      + " null) select count(*) from mails")
              .bind("now", at(now))
              .mapTo(Integer.class)
              .one();
        });
  }

  private static <T, V> @Nullable V[] array(
      List<T> items, Function<T, @Nullable V> value, java.util.function.IntFunction<V[]> make) {
    return items.stream().map(value).toArray(make);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
