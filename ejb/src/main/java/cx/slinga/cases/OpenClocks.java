package cx.slinga.cases;

import cx.slinga.audit.ChangesJson;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.CaseClock;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ClockSegment;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.clocks.ServicePolicies;
import cx.slinga.clocks.ServicePolicy;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the clocks of many cases at once, in the caller's transaction and in a number of
 * statements that grows with thousands of cases, not with each.
 */
public final class OpenClocks {
  private static final int CHUNK = 5_000;
  private static final String SEGMENT_COLUMNS =
      "case_id, clock, state, from_at, policy_version, severity, reason, person_id";
  private static final String ACTIVE = "state not in ('RESOLVED', 'CLOSED', 'DISMISSED')";

  private final Database database;

  public OpenClocks(Database database) {
    this.database = database;
  }

  /**
   * Lets every running clock of these cases, as far as they are open, follow a service level and
   * its case's severity where that gives another promise; used time stays used. A clock that has
   * begun to follow a later one is left alone. Each case that is due otherwise gets its entry in
   * the record.
   *
   * @param policies all there are
   * @param now the one to follow
   * @param at since when
   * @return how many cases are due otherwise
   */
  public static int follow(
      Handle h,
      ServicePolicies policies,
      ServicePolicy now,
      Collection<UUID> cases,
      @Nullable UUID by,
      String actor,
      Instant at) {
    return new Job(h, policies, now, by, actor, at).follow(cases);
  }

  /**
   * Stops every clock of these cases that has not stopped; the cases themselves are the caller's.
   */
  public void stopAll(Collection<UUID> cases, SegmentReason reason, Instant at) {
    database.write(
        h ->
            h.createUpdate(
                    "insert into clock_segments (case_id, clock, state, from_at, policy_version,"
                        + " severity, reason) select l.case_id, l.clock, 'STOPPED', greatest(:at,"
                        + " l.from_at), l.policy_version, l.severity, :reason from (select distinct"
                        + " on (s.case_id, s.clock) s.* from clock_segments s where s.case_id ="
                        + " any(:ids) order by s.case_id, s.clock, s.id desc) l where l.state <>"
                        + " 'STOPPED'")
                .bind("at", at.atOffset(java.time.ZoneOffset.UTC))
                .bind("reason", reason.name())
                .bind("ids", cases.toArray(UUID[]::new))
                .execute());
  }

  private record Standing(UUID id, String number, CalendarKey calendar, Severity severity) {}

  private record Due(Standing of, Map<ClockKind, Instant> dues, Next next) {}

  private record Next(@Nullable ClockKind clock, @Nullable Instant at) {}

  private record Line(Standing of, ClockSegment segment) {}

  private static final class Job {
    private final Handle h;
    private final ServicePolicies policies;
    private final ServicePolicy now;
    private final @Nullable UUID by;
    private final String actor;
    private final Instant at;
    private CopyText segments = new CopyText();
    private CopyText record = new CopyText();
    private List<Due> moved = new ArrayList<>();
    private int cases;

    Job(
        Handle h,
        ServicePolicies policies,
        ServicePolicy now,
        @Nullable UUID by,
        String actor,
        Instant at) {
      this.h = h;
      this.policies = policies;
      this.now = now;
      this.by = by;
      this.actor = actor;
      this.at = at.truncatedTo(ChronoUnit.MICROS);
    }

    int follow(Collection<UUID> ids) {
      List<Line> lines = new ArrayList<>();
      h.createQuery(
              "select c.id, c.number, c.calendar, c.severity as taken, s.clock, s.state, s.from_at,"
                  + " s.policy_version, s.severity, s.reason from cases c join clock_segments s on"
                  + " s.case_id = c.id where c."
                  + ACTIVE
                  + " and c.id = any(:ids) order by c.id, s.id for update of c")
          .bind("ids", ids.toArray(UUID[]::new))
          .setFetchSize(CHUNK)
          .map(
              (row, context) ->
                  new Line(
                      new Standing(
                          row.getObject("id", UUID.class),
                          row.getString("number"),
                          CalendarKey.valueOf(row.getString("calendar")),
                          Severity.valueOf(row.getString("taken"))),
                      new ClockSegment(
                          ClockKind.valueOf(row.getString("clock")),
                          SegmentState.valueOf(row.getString("state")),
                          row.getObject("from_at", OffsetDateTime.class).toInstant(),
                          row.getInt("policy_version"),
                          Severity.valueOf(row.getString("severity")),
                          SegmentReason.valueOf(row.getString("reason")),
                          null,
                          null)))
          .useIterator(
              all -> {
                while (all.hasNext()) {
                  Line line = all.next();
                  if (!lines.isEmpty() && !lines.get(0).of().id().equals(line.of().id())) {
                    look(lines);
                    lines.clear();
                  }
                  lines.add(line);
                }
              });
      if (!lines.isEmpty()) {
        look(lines);
      }
      write();
      return cases;
    }

    private void look(List<Line> lines) {
      Standing standing = lines.get(0).of();
      Map<ClockKind, List<ClockSegment>> clocks = new EnumMap<>(ClockKind.class);
      lines.forEach(
          line ->
              clocks
                  .computeIfAbsent(line.segment().clock(), kind -> new ArrayList<>())
                  .add(line.segment()));
      Map<ClockKind, ClockSegment> next = new EnumMap<>(ClockKind.class);
      for (Map.Entry<ClockKind, List<ClockSegment>> clock : clocks.entrySet()) {
        ClockSegment last = clock.getValue().get(clock.getValue().size() - 1);
        if (last.state() == SegmentState.RUNNING && promisesOtherwise(standing, last)) {
          ClockSegment follows =
              new ClockSegment(
                  clock.getKey(),
                  SegmentState.RUNNING,
                  at.isBefore(last.from()) ? last.from() : at,
                  now.version(),
                  standing.severity(),
                  last.severity() == standing.severity()
                      ? SegmentReason.POLICY_CHANGED
                      : SegmentReason.SEVERITY_CHANGED,
                  null,
                  by);
          clock.getValue().add(follows);
          write(standing.id(), follows);
          next.put(clock.getKey(), follows);
        }
      }
      if (!next.isEmpty()) {
        move(standing, clocks, next.keySet());
      }
    }

    private boolean promisesOtherwise(Standing standing, ClockSegment last) {
      if (last.policyVersion() > now.version()) {
        return false;
      }
      ServicePolicy before = policies.version(last.policyVersion());
      return !before
              .allowance(last.severity(), last.clock())
              .equals(now.allowance(standing.severity(), last.clock()))
          || !before
              .calendar(standing.calendar())
              .week()
              .equals(now.calendar(standing.calendar()).week());
    }

    private void move(
        Standing standing, Map<ClockKind, List<ClockSegment>> clocks, Set<ClockKind> following) {
      Map<ClockKind, Instant> dues = new EnumMap<>(ClockKind.class);
      Map<String, DomainEvent.Change> changes = new TreeMap<>();
      ClockKind nextClock = null;
      Instant nextAt = null;
      for (Map.Entry<ClockKind, List<ClockSegment>> entry : clocks.entrySet()) {
        ClockKind kind = entry.getKey();
        List<ClockSegment> of = entry.getValue();
        CaseClock clock = new CaseClock(kind, of);
        Instant due = clock.due(policies, standing.calendar());
        dues.put(kind, due);
        if (clock.counts(due) && (nextAt == null || due.isBefore(nextAt))) {
          nextClock = kind;
          nextAt = due;
        }
        if (following.contains(kind)) {
          changes.put(
              kind + ".due",
              DomainEvent.Change.of(
                  new CaseClock(kind, of.subList(0, of.size() - 1))
                      .due(policies, standing.calendar()),
                  due));
        }
      }
      changes.put("policyVersion", DomainEvent.Change.to(now.version()));
      moved.add(new Due(standing, dues, new Next(nextClock, nextAt)));
      cases++;
      record
          .at(at)
          .text(actor)
          .text("job")
          .text("case.due-moved")
          .text("case")
          .text(standing.number())
          .text(ChangesJson.of(changes))
          .endRow();
    }

    private void write(UUID id, ClockSegment segment) {
      segments
          .id(id)
          .text(segment.clock().name())
          .text(segment.state().name())
          .at(segment.from())
          .number(segment.policyVersion())
          .text(segment.severity().name())
          .text(segment.reason().name())
          .id(segment.personId())
          .endRow();
    }

    /** After the reading, since one connection does one thing at a time. */
    private void write() {
      segments.copyInto(h, "clock_segments", SEGMENT_COLUMNS);
      for (int from = 0; from < moved.size(); from += CHUNK) {
        update(moved.subList(from, Math.min(from + CHUNK, moved.size())));
      }
      record.copyInto(
          h, "audit_entries", "at, actor, origin, verb, object_type, object_id, changes");
    }

    private void update(List<Due> chunk) {
      h.createUpdate(
              "update cases c set contact_due_at = m.contact::timestamptz, analysis_due_at ="
                  + " m.analysis::timestamptz, resolution_due_at = m.resolution::timestamptz,"
                  + " next_clock = m.next_clock, next_due_at = m.next_at::timestamptz, version ="
                  + " c.version + 1 from unnest(:ids, :contact, :analysis, :resolution,"
                  + " :nextClock, :nextAt) as m(id, contact, analysis, resolution, next_clock,"
                  + " next_at) where c.id = m.id")
          .bind("ids", chunk.stream().map(m -> m.of().id()).toArray(UUID[]::new))
          .bind("contact", texts(chunk, ClockKind.CONTACT))
          .bind("analysis", texts(chunk, ClockKind.ANALYSIS))
          .bind("resolution", texts(chunk, ClockKind.RESOLUTION))
          .bind("nextClock", chunk.stream().map(m -> text(m.next().clock())).toArray(String[]::new))
          .bind("nextAt", chunk.stream().map(m -> text(m.next().at())).toArray(String[]::new))
          .execute();
    }

    private static String[] texts(List<Due> chunk, ClockKind clock) {
      return chunk.stream().map(m -> text(m.dues().get(clock))).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
