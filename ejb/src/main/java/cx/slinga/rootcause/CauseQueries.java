package cx.slinga.rootcause;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.organisation.DepartmentOwners.Taker;
import cx.slinga.rootcause.Likeness.Voice;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads causes. Titles, states, whys, trees and counts are open to everybody on the journey; the
 * cases behind them, and evidence, are not.
 */
@Stateless
@DenyAll
public class CauseQueries {
  /** Most causes of a list. */
  public static final int MOST = 500;

  /** Cases of each cause that are listened to. */
  private static final int SAMPLE = 20;

  /** Less is no likeness. */
  private static final int ALIKE_AT_LEAST = 12;

  private static final String SURVEYS =
      "(select s.id from surveys s where exists (select from cases c where c.survey_id = s.id and"
          + " c.cause_id is not null))";

  private static final String ROW =
      "select k.id, k.version, k.title, k.state, t.key as touchpoint_key, t.name as touchpoint,"
          + " d.key as department_key, d.name as department, o.username as owner_username, o.name"
          + " as owner_name, coalesce(n.cases, 0) as cases, (select coalesce(sum(ds.n), 0)::bigint"
          + " from daily_scores ds where ds.metric = 'score' and ds.value <= 6 and ds.survey_id in "
          + SURVEYS
          + ") as detractors from causes k join touchpoints t on t.id = k.touchpoint_id join"
          + " departments d on d.id = k.department_id join people o on o.id = coalesce(k.owner_id,"
          + " k.created_by) ";

  private static final String COUNTED =
      "left join (select cause_id, count(*) as cases from cases where cause_id is not null and"
          + " state <> 'DISMISSED' group by cause_id) n on n.cause_id = k.id ";

  private static final String COUNTED_ONE =
      "left join lateral (select count(*) as cases from cases c where c.cause_id = k.id and"
          + " c.state <> 'DISMISSED') n on true ";

  private static final String LABELS =
      "array(select l.label from comment_codes l where l.survey_id = r.survey_id and l.code ="
          + " any(r.codes)) as comments";

  private static final RowMapper<CauseRow> CAUSE_ROW = ConstructorMapper.of(CauseRow.class);

  @Inject private Database database;
  @Inject private Whys whys;
  @Inject private CauseTree tree;
  @Inject private EvidenceStore evidence;
  @Inject private CaseQueries cases;
  @Inject private Touchpoints touchpoints;
  @Inject private Following following;
  @Inject private CurrentUser currentUser;

  public CauseQueries() {}

  /** For use outside the container: tests. */
  CauseQueries(Database database, CaseQueries cases) {
    this.database = database;
    this.cases = cases;
    this.whys = new Whys(database);
    this.tree = new CauseTree(database);
    this.evidence = new EvidenceStore(database);
  }

  /**
   * Causes to choose from, those of the touchpoint first, then by how many cases share them.
   *
   * @param touchpoint key of the touchpoint in question, or null
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CauseRow> suggestions(@Nullable String touchpoint) {
    return database.read(
        h ->
            h.createQuery(
                    ROW
                        + COUNTED
                        + "where k.state <> 'REJECTED' and k.merged_into is null order by (t.key ="
                        + " :touchpoint) desc nulls last, cases desc, k.title limit 200")
                .bind("touchpoint", touchpoint)
                .map(CAUSE_ROW)
                .list());
  }

  /** Causes that the filter names, those that most cases share first. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CauseRow> list(CauseFilter filter) {
    return database.read(
        h ->
            h.createQuery(
                    ROW
                        + COUNTED
                        + "where k.merged_into is null and (:anyState or k.state = any(:states))"
                        + " and (:department::text is null or d.key = :department) and"
                        + " (:owner::text is null or o.username = :owner) and (:touchpoint::text"
                        + " is null or t.key = :touchpoint) and (:words::text is null or"
                        + " position(lower(:words) in lower(k.title)) > 0) order by cases desc,"
                        + " k.title, k.id limit :most")
                .bind("anyState", filter.states().isEmpty())
                .bind("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
                .bind("department", filter.department())
                .bind("owner", filter.owner())
                .bind("touchpoint", filter.touchpoint())
                .bind("words", filter.words())
                .bind("most", MOST)
                .map(CAUSE_ROW)
                .list());
  }

  /** How many causes wait to be removed: suspected, confirmed or addressed. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public long count() {
    return database.read(
        h ->
            h.createQuery(
                    "select count(*) from causes where merged_into is null and state in"
                        + " ('SUSPECTED', 'CONFIRMED', 'ADDRESSED')")
                .mapTo(Long.class)
                .one());
  }

  /**
   * Where an old link leads: the cause itself, or the one into which it was merged.
   *
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public UUID resolve(UUID id) {
    return database.read(
        h ->
            h.createQuery(
                    "with recursive way (id, merged_into, steps) as (select id, merged_into, 0"
                        + " from causes where id = :id union all select k.id, k.merged_into,"
                        + " w.steps + 1 from way w join causes k on k.id = w.merged_into where"
                        + " w.steps < 100) select id from way where merged_into is null")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(() -> new NotFoundException(id)));
  }

  /**
   * One cause with everything behind it.
   *
   * @param visibility decides whether its evidence is shown: to who sees one of its cases, and to
   *     who may change it
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CauseDetails details(Visibility visibility, UUID id) {
    return database.read(h -> details(visibility, h, id));
  }

  private CauseDetails details(Visibility visibility, Handle h, UUID id) {
    CauseRow row =
        h.createQuery(ROW + COUNTED_ONE + "where k.id = :id")
            .bind("id", id)
            .map(CAUSE_ROW)
            .findOne()
            .orElseThrow(() -> new NotFoundException(id));
    boolean inSight = seesEvidence(visibility, h, id);
    List<CauseDetails.Happened> history =
        h.createQuery(
                "select e.at, coalesce(p.name, e.actor) as actor_name, e.verb, coalesce(e.changes"
                    + " -> 'into' ->> 1, e.changes -> 'from' ->> 1, e.changes -> 'mergedInto' ->>"
                    + " 1) as other from audit_entries e left join people p on p.username = e.actor"
                    + " where e.object_type = 'cause' and e.object_id = :id and e.outcome = 'DONE'"
                    + " order by e.id desc limit 100")
            .bind("id", id.toString())
            .map(
                (r, context) ->
                    new CauseDetails.Happened(
                        instant(r.getObject("at", OffsetDateTime.class)),
                        r.getString("actor_name"),
                        r.getString("verb"),
                        r.getString("other") == null
                            ? null
                            : UUID.fromString(r.getString("other"))))
            .list();
    return h.createQuery(
            "select p.name as head_name, c.name as created_by, k.created_at, k.escape_point,"
                + " k.rejection_reason, (select count(*) from causes m where m.merged_into = k.id)"
                + " as merged_from from causes k join people c on c.id = k.created_by join"
                + " departments d on d.id = k.department_id left join people p on p.id = d.head_id"
                + " where k.id = :id")
        .bind("id", id)
        .map(
            (r, context) ->
                new CauseDetails(
                    row,
                    r.getString("head_name"),
                    r.getString("created_by"),
                    instant(r.getObject("created_at", OffsetDateTime.class)),
                    r.getString("escape_point"),
                    r.getString("rejection_reason"),
                    whys.of(id),
                    tree.of(id),
                    inSight ? evidence.of(id) : List.of(),
                    inSight,
                    r.getLong("merged_from"),
                    history))
        .one();
  }

  /** Whether the caller may change the cause; it hides, the services protect. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public boolean mayChange(UUID id) {
    var caller = currentUser.get();
    return database
        .read(
            h ->
                h.createQuery(
                        "select department_id from causes where id = :id and merged_into is null")
                    .bind("id", id)
                    .mapTo(UUID.class)
                    .findOne())
        .filter(department -> Causes.mayChange(caller.roles(), caller.departments(), department))
        .isPresent();
  }

  /**
   * A file that is evidence.
   *
   * @throws NotFoundException when there is none, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public EvidenceFile file(Visibility visibility, UUID cause, UUID id) {
    UUID now = resolve(cause);
    if (!database.read(h -> seesEvidence(visibility, h, now))) {
      throw new NotFoundException(id);
    }
    return evidence.file(now, id);
  }

  private static boolean seesEvidence(Visibility visibility, Handle h, UUID cause) {
    return switch (visibility.scope()) {
      case ALL -> true;
      case NONE -> false;
      case DEPARTMENTS ->
          h.createQuery(
                  "select exists (select from causes where id = :cause and department_id ="
                      + " any(:departments)) or exists (select from cases where cause_id = :cause"
                      + " and (owner_id = :person or symptom_department_id = any(:departments) or"
                      + " cause_department_id = any(:departments)))")
              .bind("cause", cause)
              .bind("departments", visibility.departments().toArray(new UUID[0]))
              .bind("person", visibility.person())
              .mapTo(Boolean.class)
              .one();
    };
  }

  /** How large the cause is, and since when. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CauseFigures figures(UUID id) {
    return database.read(
        h -> {
          Map<LocalDate, Long> hits = new TreeMap<>();
          h.createQuery(
                  "select date_trunc('week', r.answered_on::timestamp)::date as monday, count(*) as"
                      + " n from cases c join responses r on r.id = c.response_id where c.cause_id"
                      + " = :id and c.state <> 'DISMISSED' group by 1")
              .bind("id", id)
              .map(
                  (r, context) -> Map.entry(r.getObject("monday", LocalDate.class), r.getLong("n")))
              .forEach(e -> hits.put(e.getKey(), e.getValue()));
          List<CauseFigures.Week> weeks =
              h.createQuery(
                      "select date_trunc('week', day::timestamp)::date as monday,"
                          + " sum(n)::bigint as n from daily_scores where metric = 'score' and"
                          + " survey_id in (select survey_id from cases where cause_id = :id) group"
                          + " by 1 order by 1")
                  .bind("id", id)
                  .map(
                      (r, context) -> {
                        LocalDate monday = r.getObject("monday", LocalDate.class);
                        return new CauseFigures.Week(
                            monday, hits.getOrDefault(monday, 0L), r.getLong("n"));
                      })
                  .list();
          return h.createQuery(
                  "with spoken as (select coalesce(customer_id, id) as customer from cases where"
                      + " cause_id = :id and state <> 'DISMISSED'), each as (select count(*) as n"
                      + " from spoken group by customer) select (select count(*) from spoken) as"
                      + " cases, (select count(*) from each) as customers, (select coalesce(sum(n),"
                      + " 0)::bigint from (select n from each order by n desc limit 3) l) as"
                      + " loudest, (select coalesce(sum(n), 0)::bigint from daily_scores where"
                      + " metric = 'score' and survey_id in "
                      + SURVEYS
                      + ") as responses, (select coalesce(sum(n), 0)::bigint from daily_scores"
                      + " where metric = 'score' and value <= 6 and survey_id in "
                      + SURVEYS
                      + ") as detractors")
              .bind("id", id)
              .map(
                  (r, context) ->
                      new CauseFigures(
                          r.getLong("cases"),
                          r.getLong("customers"),
                          r.getLong("loudest"),
                          r.getLong("responses"),
                          r.getLong("detractors"),
                          weeks))
              .one();
        });
  }

  /**
   * Causes that a case may have: those of the touchpoint where it was felt first, then those whose
   * cases sound alike, then the most frequent. Listens to a few cases of each cause, however many
   * there are; nobody's words come back.
   *
   * @throws NotFoundException when there is no such case, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CauseSuggestion> suggestionsFor(Visibility visibility, String caseNumber) {
    CaseRow subject = cases.details(visibility, caseNumber).row();
    Map<UUID, List<Voice>> sample = sample(null, caseNumber);
    Likeness likeness = new Likeness(sample.values().stream().flatMap(List::stream).toList());
    Voice said = new Voice(subject.words(), subject.comments());
    return suggestions(subject.symptomKey()).stream()
        .map(
            cause ->
                new CauseSuggestion(
                    cause,
                    cause.touchpointKey().equals(subject.symptomKey()),
                    likeness.percent(
                        said, likeness.profile(sample.getOrDefault(cause.id(), List.of())))))
        .sorted(
            Comparator.comparing(CauseSuggestion::here)
                .thenComparing(CauseSuggestion::alike)
                .thenComparing(s -> s.cause().cases())
                .reversed()
                .thenComparing(s -> s.cause().title()))
        .toList();
  }

  /**
   * Cases within sight that name no cause yet and sound like those that name this one, the most
   * alike first. Looks at the newest, at those of the same touchpoint, and at those that use the
   * same words; a few hundred of each.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<AlikeCase> alike(Visibility visibility, UUID id) {
    List<Voice> linked = sample(id, "").getOrDefault(id, List.of());
    CauseRow row =
        database.read(
            h ->
                h.createQuery(ROW + COUNTED_ONE + "where k.id = :id")
                    .bind("id", id)
                    .map(CAUSE_ROW)
                    .findOne()
                    .orElseThrow(() -> new NotFoundException(id)));
    if (linked.isEmpty()) {
      return List.of();
    }
    Map<String, CaseRow> candidates = new LinkedHashMap<>();
    Stream.of(
            candidates(visibility, "touchpoint", row.touchpointKey()),
            candidates(visibility, "q", telling(row.title(), linked)),
            candidates(visibility, "", ""))
        .flatMap(List::stream)
        .filter(one -> one.causeId() == null)
        .forEach(one -> candidates.putIfAbsent(one.number(), one));
    List<Voice> all = new ArrayList<>(linked);
    candidates.values().forEach(one -> all.add(new Voice(one.words(), one.comments())));
    Likeness likeness = new Likeness(all);
    Map<String, Double> profile = likeness.profile(linked);
    return candidates.values().stream()
        .map(
            one ->
                new AlikeCase(
                    one, likeness.percent(new Voice(one.words(), one.comments()), profile)))
        .filter(one -> one.alike() >= ALIKE_AT_LEAST)
        .sorted(
            Comparator.comparingInt(AlikeCase::alike)
                .reversed()
                .thenComparing(one -> one.row().number()))
        .toList();
  }

  private List<CaseRow> candidates(Visibility visibility, String parameter, String value) {
    if (parameter.equals("q") && value.isEmpty()) {
      return List.of();
    }
    return cases
        .list(
            visibility,
            CaseFilter.parse(
                name -> name.equals("state") ? "active" : name.equals(parameter) ? value : null),
            CaseSort.OPENED_NEWEST,
            null,
            400)
        .items();
  }

  /** A search for any of the words that the title and several of the customers use. */
  private static String telling(String title, List<Voice> linked) {
    Map<String, Integer> said = new HashMap<>();
    for (Voice voice : linked) {
      String words = voice.words();
      if (words != null) {
        Likeness.words(words).forEach(word -> said.merge(word, 1, Integer::sum));
      }
    }
    Set<String> inTitle = Likeness.words(title);
    return Stream.concat(
            inTitle.stream(),
            said.entrySet().stream()
                .filter(e -> e.getValue() > 1 && e.getKey().length() > 4)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey))
        .filter(word -> word.length() > 3)
        .distinct()
        .limit(8)
        .collect(Collectors.joining(" or "));
  }

  /**
   * What a few customers of each cause said.
   *
   * @param only one cause, or null for all
   * @param without number of a case that is not listened to
   */
  private Map<UUID, List<Voice>> sample(@Nullable UUID only, String without) {
    Map<UUID, List<Voice>> sample = new HashMap<>();
    database.write(
        h ->
            h.createQuery(
                    "select k.id, s.words, s.comments from causes k join lateral (select r.words, "
                        + LABELS
                        + " from cases c join responses r on r.id = c.response_id where c.cause_id"
                        + " = k.id and c.number <> :without limit :sample) s on true where"
                        + " (cast(:only as uuid) is null or k.id = cast(:only as uuid)) and"
                        + " k.merged_into is null and k.state <> 'REJECTED' limit 10000")
                .bind("without", without)
                .bind("sample", only == null ? SAMPLE : 10 * SAMPLE)
                .bind("only", only)
                .map(
                    (r, context) ->
                        Map.entry(
                            r.getObject("id", UUID.class),
                            new Voice(
                                r.getString("words"),
                                List.of((String[]) r.getArray("comments").getArray()))))
                .forEach(
                    e ->
                        sample
                            .computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                            .add(e.getValue())));
    return sample;
  }

  /**
   * Who gets a case when it follows its cause to the department of a touchpoint.
   *
   * @return null when it stays with its owner
   * @throws NotFoundException when there is no such case, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public @Nullable Taker follower(
      Visibility visibility, String caseNumber, String symptomTouchpoint, String causeTouchpoint) {
    cases.details(visibility, caseNumber);
    TouchpointRow caused = touchpoints.get("causeTouchpoint", causeTouchpoint);
    TouchpointRow felt = touchpoints.get("symptomTouchpoint", symptomTouchpoint);
    UUID owner =
        database.read(
            h ->
                h.createQuery("select owner_id from cases where number = :number")
                    .bind("number", caseNumber)
                    .mapTo(UUID.class)
                    .one());
    return following.taker(owner, felt.departmentId(), caused.departmentId()).orElse(null);
  }

  private static Instant instant(@Nullable OffsetDateTime at) {
    return Objects.requireNonNull(at).toInstant();
  }
}
