package cx.slinga.opening;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.CaseOpening;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseState;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ClockSegment;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.ServicePolicy;
import cx.slinga.clocks.Severity;
import cx.slinga.feedback.AcceptedResponse;
import cx.slinga.feedback.ResponsesAccepted;
import cx.slinga.feedback.WaitEnded;
import cx.slinga.imports.Imports;
import cx.slinga.organisation.StandIns;
import cx.slinga.rules.AnswerFacts;
import cx.slinga.rules.Facts;
import cx.slinga.rules.Judge;
import cx.slinga.rules.RuleBook;
import cx.slinga.rules.Scales;
import cx.slinga.rules.SurveyRules;
import cx.slinga.rules.Verdict;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.survey.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Opens a case for each negative response of a batch, in the batch's transaction, together with its
 * entry in the record. The number of statements does not depend on the size of the batch.
 */
@ApplicationScoped
public class OpenCases {
  private static final String CASE_COLUMNS =
      "id, number, response_id, survey_id, state, severity, score, owner_id, opened_at,"
          + " symptom_touchpoint_id, symptom_department_id, calendar, contact_due_at,"
          + " analysis_due_at, resolution_due_at, next_clock, next_due_at, version, customer_id,"
          + " repeat_of";
  private static final String SEGMENT_COLUMNS =
      "case_id, clock, state, from_at, policy_version, severity, reason";
  private static final String AUDIT_COLUMNS =
      "at, actor, origin, verb, object_type, object_id, changes";

  private Database database;
  private ServiceLevels serviceLevels;
  private Imports imports;
  private RuleBook rules;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected OpenCases() {}

  @Inject
  public OpenCases(
      Database database, ServiceLevels serviceLevels, Imports imports, RuleBook rules) {
    this.database = database;
    this.serviceLevels = serviceLevels;
    this.imports = imports;
    this.rules = rules;
  }

  /** Opens cases for those that the survey's rules call negative, unless they are only history. */
  public void open(@Observes ResponsesAccepted accepted) {
    if (!accepted.followUp()) {
      return;
    }
    SurveyRules surveyRules = rules.of(accepted.survey().id());
    List<Negative> negative = database.read(h -> negative(h, accepted, surveyRules));
    if (negative.isEmpty()) {
      return;
    }
    int opened = database.read(h -> open(h, accepted, negative, surveyRules.version()));
    UUID importId = accepted.importId();
    if (importId != null) {
      imports.casesOpened(importId, opened);
    }
  }

  /** Opens cases for those that are still negative when the time for corrections is up. */
  public void openWaiting(@Observes WaitEnded ended) {
    open(ended.responses());
  }

  private record Negative(
      AcceptedResponse response, Facts facts, Verdict verdict, Instant openedAt) {
    Severity severity() {
      return Severity.valueOf(verdict.severity().name());
    }
  }

  private static List<Negative> negative(
      Handle h, ResponsesAccepted accepted, SurveyRules surveyRules) {
    Judge judge = new Judge(surveyRules);
    Scales scales = Scales.of(accepted.survey());
    Map<Long, Facts> facts = AnswerFacts.of(h, scales, candidates(accepted, judge, scales));
    List<Negative> negative = new ArrayList<>();
    for (AcceptedResponse response : accepted.responses()) {
      Facts known = facts.get(response.id());
      Verdict verdict = known == null ? null : judge.judge(known);
      if (known != null && verdict != null) {
        negative.add(new Negative(response, known, verdict, accepted.openedAt(response)));
      }
    }
    // numbers rise with time; the order of the file stays among equals
    negative.sort(Comparator.comparing(Negative::openedAt));
    return negative;
  }

  /** Where figures decide, only the answers that they call negative need to be read whole. */
  private static List<Long> candidates(ResponsesAccepted accepted, Judge judge, Scales scales) {
    boolean all = !judge.needsFiguresOnly();
    return accepted.responses().stream()
        .filter(response -> all || judge.isNegative(figures(response, scales)))
        .map(AcceptedResponse::id)
        .toList();
  }

  private static Facts figures(AcceptedResponse response, Scales scales) {
    return Facts.figures(
        response.score(),
        response.overall(),
        scales.ease(response.ratings()),
        response.problem(),
        response.touchpoint());
  }

  /** A negative response that gets a case of its own. */
  private record Alone(Negative negative, UUID caseId, @Nullable UUID repeatOf) {
    @Nullable UUID customer() {
      return negative.response().customerId();
    }
  }

  private int open(
      Handle h, ResponsesAccepted accepted, List<Negative> negative, int rulesVersion) {
    Complaints complaints =
        Complaints.of(
            h,
            negative.stream().flatMap(n -> Stream.ofNullable(n.response().customerId())).toList());
    List<Alone> alone = new ArrayList<>(negative.size());
    for (Negative one : negative) {
      AcceptedResponse response = one.response();
      UUID customer = response.customerId();
      if (complaints.joins(customer, response.id(), one.severity(), one.openedAt())) {
        continue;
      }
      Alone opens = new Alone(one, Ids.next(), complaints.repeats(customer));
      complaints.opens(customer, opens.caseId(), one.severity());
      alone.add(opens);
    }
    CopyText record = new CopyText();
    if (!alone.isEmpty()) {
      open(h, accepted, alone, rulesVersion, complaints, record);
    }
    complaints.write(h, record, accepted, serviceLevels::held);
    record.copyInto(h, "audit_entries", AUDIT_COLUMNS);
    return alone.size();
  }

  private void open(
      Handle h,
      ResponsesAccepted accepted,
      List<Alone> alone,
      int rulesVersion,
      Complaints complaints,
      CopyText record) {
    RuleRouting routing =
        RuleRouting.of(
            h,
            routing(h, StandIns.on(h, LocalDate.ofInstant(accepted.at(), CaseQueries.ZONE))),
            rules.routing());
    DueTimes dueTimes = new DueTimes(serviceLevels.held().current());
    List<Long> numbers =
        h.createQuery("select nextval('case_numbers') from generate_series(1, :count)")
            .bind("count", alone.size())
            .mapTo(Long.class)
            .list();
    CopyText cases = new CopyText();
    CopyText segments = new CopyText();
    for (int i = 0; i < alone.size(); i++) {
      Alone one = alone.get(i);
      Negative negative = one.negative();
      // what joined it within the batch counts from the beginning
      Severity severity = complaints.severity(one.caseId(), negative.severity());
      RuleRouting.Routed routed = routing.route(negative.facts());
      CaseOpening opening =
          opening(accepted.survey(), one, severity, numbers.get(i), routed.route(), dueTimes);
      complaints.opened(one.caseId(), opening.number());
      write(cases, opening, one);
      for (ClockKind clock : ClockKind.values()) {
        write(segments, opening.id(), opening.segment(clock));
      }
      OpeningRules by =
          OpeningRules.of(rulesVersion, negative.verdict(), routing.rules(), routed.rule());
      write(record, opening, by, accepted);
    }
    routing.keepTurns(h);
    cases.copyInto(h, "cases", CASE_COLUMNS);
    segments.copyInto(h, "clock_segments", SEGMENT_COLUMNS);
  }

  private static CaseOpening opening(
      Survey survey,
      Alone alone,
      Severity severity,
      long number,
      Routing.Route route,
      DueTimes dueTimes) {
    Negative negative = alone.negative();
    DueTimes.Three due = dueTimes.of(route.calendar(), severity, negative.openedAt());
    return new CaseOpening(
        alone.caseId(),
        number(negative.openedAt(), number),
        negative.response().id(),
        survey.id(),
        severity,
        negative.response().score(),
        route.owner(),
        negative.openedAt(),
        route.touchpoint(),
        route.department(),
        route.calendar(),
        due.contact(),
        due.analysis(),
        due.resolution(),
        dueTimes.version());
  }

  private static String number(Instant openedAt, long number) {
    String digits = Long.toString(number);
    return "SL-"
        + openedAt.atZone(CaseQueries.ZONE).getYear()
        + "-"
        + "0".repeat(Math.max(0, 6 - digits.length()))
        + digits;
  }

  private static void write(CopyText cases, CaseOpening opening, Alone alone) {
    cases
        .id(opening.id())
        .text(opening.number())
        .number(opening.responseId())
        .id(opening.surveyId())
        .text(CaseState.OPEN.name())
        .text(opening.severity().name())
        .number(opening.score())
        .id(opening.ownerId())
        .at(opening.openedAt())
        .id(opening.symptomTouchpointId())
        .id(opening.symptomDepartmentId())
        .text(opening.calendar().name())
        .at(opening.contactDueAt())
        .at(opening.analysisDueAt())
        .at(opening.resolutionDueAt())
        .text(opening.nextClock().name())
        .at(opening.nextDueAt())
        .number(0)
        .id(alone.customer())
        .id(alone.repeatOf())
        .endRow();
  }

  private static void write(CopyText segments, UUID caseId, ClockSegment segment) {
    segments
        .id(caseId)
        .text(segment.clock().name())
        .text(segment.state().name())
        .at(segment.from())
        .number(segment.policyVersion())
        .text(segment.severity().name())
        .text(segment.reason().name())
        .endRow();
  }

  private static void write(
      CopyText record, CaseOpening opening, OpeningRules by, ResponsesAccepted accepted) {
    record
        .at(opening.openedAt())
        .text(accepted.actor())
        .text(accepted.origin())
        .text("case.opened")
        .text("case")
        .text(opening.number())
        .text(
            "{\"owner\":[null,\""
                + opening.ownerId()
                + "\"],\"severity\":[null,\""
                + opening.severity()
                + "\"],\"state\":[null,\""
                + CaseState.OPEN
                + "\"]"
                + by.json()
                + "}")
        .endRow();
  }

  /** The people and touchpoints of the moment. */
  static Routing routing(Handle h, StandIns standIns) {
    Map<String, Routing.Place> places = new HashMap<>();
    h.createQuery(
            "select t.key, t.id, t.department_id, d.calendar, p.id as person_id, b.id as head_id"
                + " from touchpoints t join departments d on d.id = t.department_id left join"
                + " people p on p.id = t.person_id and p.active left join people b on b.id ="
                + " d.head_id and b.active")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("key"),
                    new Routing.Place(
                        row.getObject("id", UUID.class),
                        row.getObject("department_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("head_id", UUID.class),
                        CalendarKey.valueOf(row.getString("calendar")))))
        .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
    List<Routing.Person> people =
        h.createQuery(
                "select p.id, p.username, 'case_owner' = any(p.roles) as case_owner, 'cx_owner' ="
                    + " any(p.roles) as cx_owner, array(select m.department_id from memberships m"
                    + " where m.person_id = p.id) as departments, coalesce(o.open, 0) as open from"
                    + " people p left join (select owner_id, count(*) as open from cases where"
                    + " state not in ('CLOSED', 'DISMISSED') group by owner_id) o on o.owner_id ="
                    + " p.id where p.active order by p.username")
            .map(
                (row, context) ->
                    new Routing.Person(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getBoolean("case_owner"),
                        row.getBoolean("cx_owner"),
                        departments((UUID[]) row.getArray("departments").getArray()),
                        row.getLong("open")))
            .list();
    return new Routing(places, people, standIns);
  }

  private static Set<UUID> departments(UUID[] ids) {
    return Stream.of(ids).collect(Collectors.toUnmodifiableSet());
  }

  /** Due times of a batch, in which most cases share opening, calendar and severity. */
  private static final class DueTimes {
    record Three(Instant contact, Instant analysis, Instant resolution) {}

    private record Key(CalendarKey calendar, Severity severity, Instant openedAt) {}

    private final ServicePolicy policy;
    private final Map<Key, Three> known = new HashMap<>();

    DueTimes(ServicePolicy policy) {
      this.policy = policy;
    }

    int version() {
      return policy.version();
    }

    Three of(CalendarKey calendar, Severity severity, Instant openedAt) {
      return known.computeIfAbsent(
          new Key(calendar, severity, openedAt),
          key ->
              new Three(
                  due(key, ClockKind.CONTACT),
                  due(key, ClockKind.ANALYSIS),
                  due(key, ClockKind.RESOLUTION)));
    }

    private Instant due(Key key, ClockKind clock) {
      return policy
          .calendar(key.calendar())
          .add(key.openedAt(), policy.allowed(key.severity(), clock, key.calendar()));
    }
  }
}
