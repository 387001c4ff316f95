package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.CaseClock;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ClockSegment;
import cx.slinga.clocks.DueReason;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.clocks.ServicePolicies;
import cx.slinga.clocks.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads the clocks of a case. */
final class CaseClocks {
  private CaseClocks() {}

  /** Why each of the three is due when it is, in the order of the promises. */
  static List<DueReason> reasons(
      Handle h, UUID caseId, CalendarKey calendar, ServicePolicies policies, Instant now) {
    Map<ClockKind, List<ClockSegment>> segments = new EnumMap<>(ClockKind.class);
    Map<UUID, String> names = new HashMap<>();
    h.createQuery(
            "select s.clock, s.state, s.from_at, s.policy_version, s.severity, s.reason, s.note,"
                + " s.person_id, p.name from clock_segments s left join people p on p.id ="
                + " s.person_id where s.case_id = :id order by s.id")
        .bind("id", caseId)
        .map(
            (row, context) -> {
              UUID person = row.getObject("person_id", UUID.class);
              if (person != null) {
                names.put(person, row.getString("name"));
              }
              return new ClockSegment(
                  ClockKind.valueOf(row.getString("clock")),
                  SegmentState.valueOf(row.getString("state")),
                  row.getObject("from_at", OffsetDateTime.class).toInstant(),
                  row.getInt("policy_version"),
                  Severity.valueOf(row.getString("severity")),
                  SegmentReason.valueOf(row.getString("reason")),
                  row.getString("note"),
                  person);
            })
        .forEach(s -> segments.computeIfAbsent(s.clock(), clock -> new ArrayList<>()).add(s));
    List<DueReason> reasons = new ArrayList<>();
    segments.forEach(
        (kind, of) ->
            reasons.add(DueReason.of(new CaseClock(kind, of), policies, calendar, now, names)));
    return reasons;
  }
}
