package cx.slinga.opening;

import cx.slinga.cases.CaseQueries;
import cx.slinga.clocks.Severity;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.opening.TryOut.Difference;
import cx.slinga.opening.TryOut.Fate;
import cx.slinga.opening.TryOut.Sample;
import cx.slinga.opening.TryOut.Share;
import cx.slinga.organisation.StandIns;
import cx.slinga.rules.AnswerFacts;
import cx.slinga.rules.AnswerFacts.Answer;
import cx.slinga.rules.Judge;
import cx.slinga.rules.RoutingRuleDraft;
import cx.slinga.rules.RoutingRules;
import cx.slinga.rules.RuleBook;
import cx.slinga.rules.RuleDrafts;
import cx.slinga.rules.RuleDrafts.Asked;
import cx.slinga.rules.SurveyRulesDraft;
import cx.slinga.rules.Verdict;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.survey.Surveys;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Says what rules would do before they are saved: runs them over the last answers with the code
 * that intake runs, with those away who are away today, and opens nothing.
 */
@Stateless
@DenyAll
public class TryOutQueries {
  /** How many of the last answers are looked at. */
  public static final int ANSWERS = 1_000;

  /** How many of those that change are shown. */
  public static final int SAMPLES = 20;

  private Database database;
  private RuleBook book;
  private RuleDrafts drafts;
  private Touchpoints touchpoints;
  private Surveys surveys;
  private Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected TryOutQueries() {}

  @Inject
  public TryOutQueries(
      Database database,
      RuleBook book,
      RuleDrafts drafts,
      Touchpoints touchpoints,
      Surveys surveys,
      Clock clock) {
    this.database = database;
    this.book = book;
    this.drafts = drafts;
    this.touchpoints = touchpoints;
    this.surveys = surveys;
    this.clock = clock;
  }

  /**
   * What a survey's rules would change, over its last answers.
   *
   * @param visibility who may not see all cases gets figures without samples
   * @throws cx.slinga.shared.BusinessException naming the first point of the draft that is wrong
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public TryOut survey(Visibility visibility, SurveyRulesDraft draft) {
    Asked survey = drafts.survey(draft.survey());
    Judge before = new Judge(book.of(survey.id()));
    Judge after = new Judge(drafts.rules(draft, 1));
    RoutingRules routing = book.routing();
    return database.read(
        h -> {
          List<Answer> answers =
              AnswerFacts.latest(h, survey.id(), survey.scales().easeKeys(), ANSWERS);
          Map<UUID, String> names = Map.of(survey.id(), survey.key());
          return compare(
              visibility,
              h,
              answers,
              names,
              fates(h, answers, answer -> before, routing),
              fates(h, answers, answer -> after, routing));
        });
  }

  /**
   * What routing rules would change, over the last answers of all surveys.
   *
   * @param visibility who may not see all cases gets figures without samples
   * @throws cx.slinga.shared.BusinessException naming the first point of the draft that is wrong
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public TryOut routing(Visibility visibility, List<RoutingRuleDraft> draft) {
    RoutingRules before = book.routing();
    RoutingRules after = drafts.rules(draft, before.version() + 1);
    return database.read(
        h -> {
          List<Answer> answers = latestOfAll(h);
          Map<UUID, Judge> judges = new HashMap<>();
          Map<UUID, String> names = new HashMap<>();
          for (Answer answer : answers) {
            judges.computeIfAbsent(answer.survey(), id -> new Judge(book.of(id)));
            names.computeIfAbsent(answer.survey(), id -> surveys.get(id).key());
          }
          Function<Answer, Judge> judge =
              answer -> Objects.requireNonNull(judges.get(answer.survey()));
          return compare(
              visibility,
              h,
              answers,
              names,
              fates(h, answers, judge, before),
              fates(h, answers, judge, after));
        });
  }

  /** Surveys name their ratings of ease differently, so each is read with its own. */
  private List<Answer> latestOfAll(Handle h) {
    List<Answer> plain = AnswerFacts.latest(h, null, List.of(), ANSWERS);
    Map<UUID, List<Answer>> bySurvey =
        plain.stream().collect(Collectors.groupingBy(Answer::survey));
    List<Answer> answers = new ArrayList<>();
    bySurvey.forEach(
        (survey, some) ->
            answers.addAll(
                AnswerFacts.latest(
                    h,
                    survey,
                    drafts.survey(surveys.get(survey).key()).scales().easeKeys(),
                    some.size())));
    answers.sort(Comparator.comparingLong(Answer::id));
    return answers;
  }

  private record Settled(Verdict verdict, Routing.Route route) {}

  private Map<Long, Settled> fates(
      Handle h, List<Answer> answers, Function<Answer, Judge> judge, RoutingRules rules) {
    StandIns today = StandIns.on(h, LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE));
    RuleRouting routing = RuleRouting.forTrying(h, OpenCases.routing(h, today), rules);
    Map<Long, Settled> fates = new LinkedHashMap<>();
    for (Answer answer : answers) {
      Verdict verdict = judge.apply(answer).judge(answer.facts());
      if (verdict != null) {
        fates.put(answer.id(), new Settled(verdict, routing.route(answer.facts()).route()));
      }
    }
    return fates;
  }

  private TryOut compare(
      Visibility visibility,
      Handle h,
      List<Answer> answers,
      Map<UUID, String> surveyKeys,
      Map<Long, Settled> before,
      Map<Long, Settled> after) {
    Map<UUID, String> people = names(h, "select id, name from people");
    Map<UUID, String> departments = names(h, "select id, name from departments");
    Map<String, String> places =
        touchpoints.all().stream()
            .collect(Collectors.toMap(TouchpointRow::key, TouchpointRow::name));
    Tally severities = new Tally();
    Tally byDepartment = new Tally();
    Tally byOwner = new Tally();
    for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.NORMAL)) {
      severities.add(severity.name(), 0, 0);
    }
    int changed = 0;
    List<Sample> samples = new ArrayList<>();
    for (Answer answer : answers) {
      Fate was = fate(before.get(answer.id()), departments, people);
      Fate becomes = fate(after.get(answer.id()), departments, people);
      count(was, 1, 0, severities, byDepartment, byOwner);
      count(becomes, 0, 1, severities, byDepartment, byOwner);
      if (Objects.equals(was, becomes)) {
        continue;
      }
      changed++;
      samples.add(
          new Sample(
              surveyKeys.getOrDefault(answer.survey(), ""),
              answer.externalId(),
              answer.answeredOn(),
              answer.facts().score(),
              answer.facts().words(),
              answer.facts().touchpoint() == null ? null : places.get(answer.facts().touchpoint()),
              was,
              becomes));
    }
    return new TryOut(
        answers.size(),
        new Difference(before.size(), after.size()),
        severities.inOrder(),
        byDepartment.mostChangedFirst(),
        byOwner.mostChangedFirst(),
        changed,
        visibility.scope() == Visibility.Scope.ALL ? telling(samples) : List.of());
  }

  /** Those that have something to read, then those where most changes, then the newest. */
  private static List<Sample> telling(List<Sample> samples) {
    return samples.stream()
        .sorted(
            Comparator.comparing((Sample sample) -> sample.words() == null)
                .thenComparing(sample -> sample.before() != null && sample.after() != null)
                .thenComparing(Sample::answeredOn, Comparator.reverseOrder())
                .thenComparing(Sample::externalId))
        .limit(SAMPLES)
        .toList();
  }

  private static @Nullable Fate fate(
      @Nullable Settled settled, Map<UUID, String> departments, Map<UUID, String> people) {
    if (settled == null) {
      return null;
    }
    UUID department = settled.route().department();
    return new Fate(
        Severity.valueOf(settled.verdict().severity().name()),
        department == null ? null : departments.get(department),
        people.getOrDefault(settled.route().owner(), ""));
  }

  private static void count(
      @Nullable Fate fate,
      int before,
      int after,
      Tally severities,
      Tally departments,
      Tally owners) {
    if (fate != null) {
      severities.add(fate.severity().name(), before, after);
      departments.add(fate.department(), before, after);
      owners.add(fate.owner(), before, after);
    }
  }

  private static Map<UUID, String> names(Handle h, String query) {
    Map<UUID, String> names = new HashMap<>();
    h.createQuery(query)
        .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    return names;
  }

  /** Counts by name. */
  private static final class Tally {
    private final Map<@Nullable String, Share> shares = new LinkedHashMap<>();

    void add(@Nullable String name, int before, int after) {
      Share so = shares.get(name);
      shares.put(
          name,
          so == null
              ? new Share(name, before, after)
              : new Share(name, so.before() + before, so.after() + after));
    }

    List<Share> inOrder() {
      return List.copyOf(shares.values());
    }

    List<Share> mostChangedFirst() {
      return shares.values().stream()
          .sorted(
              Comparator.comparingInt((Share share) -> -Math.abs(share.by()))
                  .thenComparing(share -> -share.after())
                  .thenComparing(share -> share.name() == null ? "" : share.name()))
          .toList();
    }
  }
}
