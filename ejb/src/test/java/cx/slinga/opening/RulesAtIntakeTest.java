package cx.slinga.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.feedback.AirportFiles;
import cx.slinga.imports.ImportHouse;
import cx.slinga.journey.Touchpoints;
import cx.slinga.rules.Condition;
import cx.slinga.rules.NegativityRule;
import cx.slinga.rules.RoutingRuleDraft;
import cx.slinga.rules.RuleBook;
import cx.slinga.rules.RuleDrafts;
import cx.slinga.rules.SeverityRule;
import cx.slinga.rules.SeverityStep;
import cx.slinga.rules.Sharing;
import cx.slinga.rules.Subject;
import cx.slinga.rules.SurveyRulesDraft;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as intake applies them, and as the try-out says they would be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesAtIntakeTest {
  private static final byte[] ANSWERS_OF_2018 =
      AirportFiles.text("sfo-2018.csv").getBytes(StandardCharsets.UTF_8);
  private static final byte[] A_THOUSAND =
      AirportFiles.text("sfo-2018.csv")
          .lines()
          .limit(1_001)
          .collect(Collectors.joining("\n", "", "\n"))
          .getBytes(StandardCharsets.UTF_8);

  private ImportHouse house;
  private UUID karin;
  private UUID kjell;
  private UUID wayfinding;
  private UUID food;
  private TryOutQueries tryOut;

  @BeforeAll
  void open() {
    house = new ImportHouse();
    RuleBook book = new RuleBook(house.database);
    Touchpoints touchpoints = new Touchpoints(house.database);
    RuleDrafts drafts = new RuleDrafts(house.database, touchpoints, house.surveys);
    tryOut =
        new TryOutQueries(
            house.database,
            book,
            drafts,
            touchpoints,
            house.surveys,
            Clock.fixed(Instant.parse("2026-11-16T09:00:00Z"), ZoneOffset.UTC));
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
    house.database.write(h -> h.execute("truncate rule_versions, routing_turns"));
    house.person("cecilia", "cx_owner");
    karin = house.person("karin", "case_owner");
    kjell = house.person("kjell", "case_owner");
    UUID dorte = house.person("dorte", "department_head");
    wayfinding = house.department("wayfinding", dorte, karin, kjell);
    food = house.department("food", dorte);
    house.touchpoints(wayfinding, food);
  }

  @Test
  void theStandardRulesOpenTheSameCasesWithTheSameSeveritiesAsEver() {
    house.take(ANSWERS_OF_2018, true);

    assertEquals(447, house.count("cases"));
    assertEquals(
        0,
        house.count(
            "cases c join responses r on r.id = c.response_id where c.severity <> case when r.score"
                + " <= 2 and r.problem then 'CRITICAL' when r.score <= 2 then 'HIGH' else 'NORMAL'"
                + " end"));
    assertEquals(
        447,
        house.count(
            "audit_entries where verb = 'case.opened' and changes -> 'negativityRule' ->> 1 ="
                + " '0.1' and not changes -> 'routingRule' is not null"));
  }

  @Test
  void aCaseMayHaveNoScoreWhenAnotherRuleOpenedIt() {
    rules(
        house.survey().id(),
        1,
        "{\"negativity\":[{\"when\":[{\"subject\":\"PROBLEM\",\"values\":[]}]}],\"severity\":[]}");
    house.take(ANSWERS_OF_2018, true);

    assertEquals(house.count("responses where problem"), house.count("cases"));
    assertTrue(house.count("cases where score is null") > 0);
    assertEquals(0, house.count("cases where severity <> 'NORMAL'"));
  }

  @Test
  void whatTheTryOutSaysIsWhatIntakeThenDoes() {
    house.take(A_THOUSAND, false);
    SurveyRulesDraft draft =
        new SurveyRulesDraft(
            "sfo-2018",
            List.of(
                new NegativityRule(null, List.of(Condition.atMost(Subject.SCORE, 7))),
                new NegativityRule(null, List.of(Condition.atMost(Subject.OVERALL, 2))),
                new NegativityRule(
                    null, List.of(Condition.oneOf(Subject.WORDS, "signs", "lost", "confusing")))),
            List.of(
                new SeverityRule(
                    null, List.of(Condition.atMost(Subject.EASE, 1)), SeverityStep.HIGH),
                new SeverityRule(
                    null, List.of(Condition.flag(Subject.PROBLEM)), SeverityStep.RAISE)));
    TryOut said = tryOut.survey(cecilia(), draft);
    assertEquals(0, house.count("cases"));
    assertEquals(1_000, said.answers());
    assertTrue(said.negative().after() > said.negative().before());
    assertEquals(TryOutQueries.SAMPLES, said.samples().size());
    assertTrue(said.changed() >= said.negative().by());

    // the same answers come in once more, under the rules that were tried
    rules(
        house.survey().id(),
        1,
        "{\"negativity\":[{\"when\":[{\"subject\":\"SCORE\",\"values\":[\"7\"]}]},{\"when\":["
            + "{\"subject\":\"OVERALL\",\"values\":[\"2\"]}]},{\"when\":[{\"subject\":\"WORDS\","
            + "\"values\":[\"signs\",\"lost\",\"confusing\"]}]}],\"severity\":[{\"then\":\"HIGH\","
            + "\"when\":[{\"subject\":\"EASE\",\"values\":[\"1\"]}]},{\"then\":\"RAISE\",\"when\":["
            + "{\"subject\":\"PROBLEM\",\"values\":[]}]}]}");
    house.database.write(h -> h.execute("truncate responses cascade"));
    house.take(A_THOUSAND, true);

    assertEquals(said.negative().after(), house.count("cases"));
    assertEquals(counts("severity", "cases"), afters(said.severities()));
    assertEquals(
        counts("p.name", "cases c join people p on p.id = c.owner_id"), afters(said.owners()));
    assertEquals(
        counts("d.name", "cases c join departments d on d.id = c.symptom_department_id"),
        afters(said.departments().stream().filter(share -> share.name() != null).toList()));

    // and now nothing is left to change
    house.database.write(h -> h.execute("truncate cases cascade"));
    assertEquals(0, tryOut.survey(cecilia(), draft).changed());
  }

  @Test
  void tryingRoutingRulesSaysWhoGetsWhatIntakeThenGivesThem() {
    house.take(A_THOUSAND, false);
    List<RoutingRuleDraft> draft =
        List.of(
            new RoutingRuleDraft(
                null,
                List.of(Condition.oneOf(Subject.TOUCHPOINT, "restaurants")),
                "wayfinding",
                "kjell",
                Sharing.LEAST_LOADED),
            new RoutingRuleDraft(
                null,
                List.of(Condition.oneOf(Subject.LANGUAGE, "en")),
                "wayfinding",
                null,
                Sharing.ROUND_ROBIN));
    TryOut said = tryOut.routing(cecilia(), draft);
    assertEquals(said.negative().before(), said.negative().after());
    assertEquals(0, house.count("routing_turns"));

    rules(
        null,
        1,
        "{\"rules\":[{\"department\":\"%1$s\",\"person\":\"%2$s\",\"sharing\":\"LEAST_LOADED\",\"when\":[{\"subject\":\"TOUCHPOINT\",\"values\":[\"restaurants\"]}]},{\"department\":\"%1$s\",\"sharing\":\"ROUND_ROBIN\",\"when\":[{\"subject\":\"LANGUAGE\",\"values\":[\"en\"]}]}]}"
            .formatted(wayfinding, kjell));
    house.database.write(h -> h.execute("truncate responses cascade"));
    house.take(A_THOUSAND, true);
    assertEquals(
        counts("p.name", "cases c join people p on p.id = c.owner_id"), afters(said.owners()));
    assertTrue(
        house.count("audit_entries where changes -> 'routingRule' ->> 1 in ('1.1', '1.2')") > 0);
  }

  @Test
  void whoIsAwayGetsNothingInATryOutEither() {
    house.take(A_THOUSAND, false);
    List<RoutingRuleDraft> draft =
        List.of(
            new RoutingRuleDraft(
                null,
                List.of(Condition.oneOf(Subject.LANGUAGE, "en")),
                "wayfinding",
                "kjell",
                Sharing.LEAST_LOADED));
    assertTrue(afters(tryOut.routing(cecilia(), draft).owners()).get("kjell") > 0);
    house.database.write(
        h ->
            h.execute(
                "insert into absences (id, person_id, stand_in_id, from_day, to_day, created_by,"
                    + " created_at) values (gen_random_uuid(), ?, ?, '2026-11-16', '2026-11-16', ?,"
                    + " now())",
                kjell,
                karin,
                kjell));
    Map<String, Integer> owners = afters(tryOut.routing(cecilia(), draft).owners());
    assertFalse(owners.containsKey("kjell"));
    assertTrue(owners.get("karin") > 0);
  }

  @Test
  void anAdministratorGetsFiguresButNoCustomersWords() {
    house.take(A_THOUSAND, false);
    SurveyRulesDraft draft =
        new SurveyRulesDraft(
            "sfo-2018",
            List.of(new NegativityRule(null, List.of(Condition.atMost(Subject.SCORE, 8)))),
            List.of());
    TryOut figures = tryOut.survey(administrator(), draft);
    assertEquals(List.of(), figures.samples());
    assertEquals(tryOut.survey(cecilia(), draft).changed(), figures.changed());
    assertFalse(tryOut.survey(cecilia(), draft).samples().isEmpty());
  }

  @ParameterizedTest(name = "{0} in {1}: {3} at {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "nobody, wayfinding, rules[0].person,     person.unknown",
        "alva,   wayfinding, rules[0].person,     person.unknown",
        "left,   wayfinding, rules[0].person,     person.unknown",
        "karin,  nowhere,    rules[0].department, rule.department-unknown",
        "karin,  closed,     rules[0].department, rule.department-closed",
        "-,      -,          rules[0].department, rule.department-missing",
      })
  void whoCannotTakeCasesIsRefusedAtTheField(
      String person, String department, String field, String key) {
    house.person("alva", "auditor");
    UUID left = house.person("left", "case_owner");
    UUID closed = house.department("closed", null);
    house.database.write(
        h -> {
          h.execute("update people set active = false where id = ?", left);
          h.execute("update departments set is_open = false where id = ?", closed);
        });
    List<RoutingRuleDraft> draft =
        List.of(new RoutingRuleDraft(null, List.of(), department, person, Sharing.LEAST_LOADED));
    BusinessException refused =
        assertThrows(BusinessException.class, () -> tryOut.routing(cecilia(), draft));
    assertEquals(field, refused.field());
    assertEquals(key, refused.key());
  }

  @Test
  void turnsGoOnFromOneImportToTheNext() {
    everythingInTurns(wayfinding);
    byte[] three = firstDetractors(3, "a");
    byte[] twoMore = firstDetractors(2, "b");
    house.take(three, true);
    // karin, kjell, karin; then kjell, karin
    assertEquals(2, house.count("cases where owner_id = '" + karin + "'"));
    house.take(twoMore, true);
    assertEquals(3, house.count("cases where owner_id = '" + karin + "'"));
    assertEquals(2, house.count("cases where owner_id = '" + kjell + "'"));
    house.take(firstDetractors(1, "c"), true);
    assertEquals(3, house.count("cases where owner_id = '" + kjell + "'"));
  }

  @Test
  void whoLeftIsReplacedByTheTeamAndAClosedDepartmentByTheNextRule() {
    rules(
        null,
        1,
        ("{\"rules\":[{\"department\":\"%1$s\",\"person\":\"%3$s\",\"sharing\":\"LEAST_LOADED\",\"when\":[]},"
             + "{\"department\":\"%2$s\",\"sharing\":\"LEAST_LOADED\",\"when\":[]}]}")
            .formatted(wayfinding, food, kjell));
    house.take(firstDetractors(2, "a"), true);
    assertEquals(2, house.count("cases where owner_id = '" + kjell + "'"));

    house.database.write(h -> h.execute("update people set active = false where id = ?", kjell));
    house.take(firstDetractors(2, "b"), true);
    assertEquals(2, house.count("cases where owner_id = '" + karin + "'"));

    house.database.write(
        h -> h.execute("update departments set is_open = false where id = ?", wayfinding));
    house.take(firstDetractors(2, "c"), true);
    assertEquals(2, house.count("cases where symptom_department_id = '" + food + "'"));
    assertEquals(2, house.count("audit_entries where changes -> 'routingRule' ->> 1 = '1.2'"));

    house.database.write(h -> h.execute("update departments set is_open = false"));
    house.take(firstDetractors(2, "d"), true);
    assertEquals(8, house.count("cases where owner_id is not null"));
  }

  private void everythingInTurns(UUID department) {
    rules(
        null,
        1,
        "{\"rules\":[{\"department\":\"%s\",\"sharing\":\"ROUND_ROBIN\",\"when\":[]}]}"
            .formatted(department));
  }

  /** So many answers that are negative by any rule, with ids of their own. */
  private byte[] firstDetractors(int count, String ids) {
    List<String> lines = AirportFiles.text("sfo-2018.csv").lines().toList();
    List<String> header = Stream.of(lines.get(0).split(",")).map(String::strip).toList();
    int score = header.indexOf("NETPRO");
    StringBuilder file = new StringBuilder(lines.get(0)).append('\n');
    lines.stream()
        .skip(1)
        .filter(line -> !line.contains("\"") && line.split(",", -1)[score].equals("3"))
        .limit(count)
        .forEach(line -> file.append(ids).append(line).append('\n'));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void rules(UUID survey, int version, String json) {
    house.database.write(
        h ->
            h.execute(
                "insert into rule_versions (survey_id, version, rules, saved_by, saved_at) values"
                    + " (?, ?, cast(? as jsonb), 'cecilia', now())",
                survey,
                version,
                json));
  }

  private Map<String, Integer> counts(String what, String from) {
    Map<String, Integer> counts = new TreeMap<>();
    house.database.write(
        h ->
            h.createQuery("select " + what + " as name, count(*) as n from " + from + " group by 1")
                .map((row, context) -> Map.entry(row.getString("name"), row.getInt("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  private static Map<String, Integer> afters(List<TryOut.Share> shares) {
    Map<String, Integer> afters = new TreeMap<>();
    shares.stream()
        .filter(share -> share.after() > 0)
        .forEach(share -> afters.put(share.name(), share.after()));
    return afters;
  }

  private static Visibility cecilia() {
    return caller(Roles.CX_OWNER);
  }

  private static Visibility administrator() {
    return caller(Roles.ADMINISTRATOR);
  }

  private static Visibility caller(String role) {
    return new Caller(new Caller.PersonId(new UUID(0, 1)), "x", "X", Set.of(role), Set.of())
        .cases();
  }
}
