package cx.slinga.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.actionplan.ActionHandOver;
import cx.slinga.cases.CaseHandOver;
import cx.slinga.organisation.HandOver;
import cx.slinga.organisation.HandOverQueries;
import cx.slinga.organisation.HandOvers;
import cx.slinga.organisation.HandedOver;
import cx.slinga.organisation.OpenWork;
import cx.slinga.organisation.WorkTaken;
import cx.slinga.rootcause.CauseHandOver;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves: no case and no action stays without an owner. */
class HandOverTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-16T07:30:00Z"), ZoneOffset.UTC);

  private static TestPostgres postgres;
  private static Database database;

  private HandOvers handOvers;
  private UUID karin;
  private UUID dag;
  private UUID cecilia;
  private UUID kaj;
  private UUID wayfinding;
  private final List<WorkTaken> told = new ArrayList<>();
  private long responses;

  @BeforeAll
  static void createDatabase() {
    postgres = new TestPostgres();
    database = new Database(postgres);
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @BeforeEach
  void aDepartmentWithItsHead() {
    CaseHandOver cases = new CaseHandOver(database);
    ActionHandOver actions = new ActionHandOver(database);
    CauseHandOver causes = new CauseHandOver(database);
    told.clear();
    handOvers =
        new HandOvers(
            database,
            CLOCK,
            (Consumer<HandOver>)
                handOver -> {
                  cases.move(handOver);
                  actions.move(handOver);
                  causes.move(handOver);
                },
            (Consumer<WorkTaken>) told::add);
    database.write(
        h -> {
          h.execute("alter table audit_entries disable trigger audit_entries_append_only");
          h.execute(
              "truncate departments, people, journeys, surveys, responses, cases, actions, causes,"
                  + " absences, audit_entries cascade");
          h.execute("alter table audit_entries enable trigger audit_entries_append_only");
          UUID journey = Ids.next();
          h.execute("insert into journeys values (?, 'j', 'J')", journey);
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, 's', 'S', ?,"
                  + " '{}')",
              Ids.next(),
              journey);
        });
    responses = 0;
    karin = person("karin", "case_owner");
    kaj = person("kaj", "case_owner");
    dag = person("dag", "department_head");
    cecilia = person("cecilia", "cx_owner");
    wayfinding = Ids.next();
    database.write(
        h -> {
          h.execute(
              "insert into departments (id, key, name, head_id) values (?, 'wayfinding',"
                  + " 'Wayfinding', ?)",
              wayfinding,
              dag);
          h.execute("insert into memberships values (?, ?)", karin, wayfinding);
          UUID stage = Ids.next();
          h.execute("insert into stages select ?, id, 's', 'S', 1 from journeys", stage);
          h.execute(
              "insert into touchpoints (id, stage_id, key, name, position, department_id) values"
                  + " (?, ?, 't', 'T', 1, ?)",
              Ids.next(),
              stage,
              wayfinding);
        });
  }

  @Test
  void theStandInTakesOverEverythingThatIsOpen() {
    away(karin, kaj);
    UUID open = aCase(karin, "OPEN", wayfinding);
    aCase(karin, "CLOSED", wayfinding);
    action(open, karin, "OPEN");
    action(open, karin, "DONE");
    HandedOver moved = handOver(null);
    assertEquals(1, moved.cases());
    assertEquals(1, moved.actions());
    assertEquals("kaj", owners("cases", "OPEN"));
    assertEquals("karin", owners("cases", "CLOSED"));
    assertEquals("kaj", owners("actions", "OPEN"));
    assertEquals("karin", owners("actions", "DONE"));
  }

  @Test
  void withoutAStandInTheHeadOfTheCasesDepartmentTakesOver() {
    aCase(karin, "OPEN", wayfinding);
    handOver(null);
    assertEquals("dag", owners("cases", "OPEN"));
  }

  @Test
  void whereTheDepartmentHasNoHeadTheOneAboveDecides() {
    UUID signs = Ids.next();
    database.write(
        h ->
            h.execute(
                "insert into departments (id, key, name, parent_id) values (?, 'signs', 'Signs',"
                    + " ?)",
                signs,
                wayfinding));
    aCase(karin, "OPEN", signs);
    handOver(null);
    assertEquals("dag", owners("cases", "OPEN"));
  }

  @Test
  void standInsForEachOtherEndAtTheHead() {
    away(karin, kaj);
    away(kaj, karin);
    aCase(karin, "OPEN", wayfinding);
    handOver(null);
    assertEquals("dag", owners("cases", "OPEN"));
  }

  @Test
  void withoutAHeadTheCxOwnerTakesOver() {
    database.write(h -> h.execute("update departments set head_id = null"));
    aCase(karin, "OPEN", wayfinding);
    handOver(null);
    assertEquals("cecilia", owners("cases", "OPEN"));
  }

  @Test
  void whoIsNamedTakesOver() {
    away(karin, dag);
    aCase(karin, "OPEN", wayfinding);
    handOver(kaj);
    assertEquals("kaj", owners("cases", "OPEN"));
  }

  @Test
  void nothingMovesWhenNobodyIsThere() {
    database.write(
        h -> {
          h.execute("update departments set head_id = null");
          h.execute("update people set active = false where username = 'cecilia'");
        });
    aCase(karin, "OPEN", wayfinding);
    BusinessException refused = assertThrows(BusinessException.class, () -> handOver(null));
    assertEquals("hand-over.nobody", refused.key());
    assertEquals("karin", owners("cases", "OPEN"));
  }

  @Test
  void eachCaseAndActionHasItsEntryInTheRecord() {
    UUID open = aCase(karin, "OPEN", wayfinding);
    aCase(karin, "RESOLVED", wayfinding);
    action(open, karin, "OPEN");
    handOver(null);
    assertEquals(
        "action.assigned case.assigned case.assigned",
        one("select string_agg(verb, ' ' order by verb) from audit_entries"));
    assertEquals(
        "[\"" + karin + "\", \"" + dag + "\"]",
        one("select distinct (changes->'owner')::text from audit_entries"));
  }

  @Test
  void causesThatAreStillWorkedOnMoveToTheirDepartmentsHead() {
    UUID signs = cause(karin, null, "SUSPECTED");
    UUID named = cause(cecilia, karin, "CONFIRMED");
    UUID given = cause(karin, kaj, "CONFIRMED");
    UUID gone = cause(karin, null, "REJECTED");
    assertEquals(2, handOver(null).causes());
    assertEquals("dag", ownerOfCause(signs));
    assertEquals("dag", ownerOfCause(named));
    assertEquals("kaj", ownerOfCause(given));
    assertEquals("karin", ownerOfCause(gone));
    assertEquals(
        "2",
        one(
            "select count(*)::text from audit_entries where verb ="
                + " 'cause.assigned' and changes -> 'owner' ->> 1 = '"
                + dag
                + "'"));
  }

  @Test
  void whoTakesOverLearnsHowMuch() {
    UUID open = aCase(karin, "OPEN", wayfinding);
    aCase(karin, "OPEN", wayfinding);
    action(open, karin, "OPEN");
    cause(karin, null, "SUSPECTED");
    handOver(null);
    assertEquals(
        List.of(new WorkTaken("karin", "admin", List.of(new WorkTaken.Share(dag, 2, 1, 1, 0)))),
        told);
  }

  @Test
  void whatWouldMoveIsCountedBeforehand() {
    UUID open = aCase(karin, "OPEN", wayfinding);
    aCase(karin, "RESOLVED", wayfinding);
    aCase(karin, "CLOSED", wayfinding);
    aCase(karin, "DISMISSED", wayfinding);
    aCase(kaj, "OPEN", wayfinding);
    action(open, karin, "OPEN");
    action(open, karin, "DONE");
    action(open, kaj, "OPEN");
    cause(karin, null, "SUSPECTED");
    cause(cecilia, karin, "CONFIRMED");
    cause(karin, kaj, "CONFIRMED");
    cause(karin, null, "REJECTED");
    HandOverQueries queries = new HandOverQueries(database);
    OpenWork before = queries.open("karin");
    assertEquals(new OpenWork("karin", 2, 1, 2, 0), before);
    HandedOver moved = handOver(null);
    assertEquals(before.cases(), moved.cases());
    assertEquals(before.actions(), moved.actions());
    assertEquals(before.causes(), moved.causes());
    assertFalse(queries.open("karin").isSomething());
    assertThrows(NotFoundException.class, () -> queries.open("nobody"));
  }

  @Test
  void nobodyLearnsOfNothing() {
    handOver(null);
    assertEquals(List.of(), told);
  }

  @Test
  void whoLeavesTheDirectoryLeavesTheirCasesToOthers() {
    List<DomainEvent> recorded = new ArrayList<>();
    DirectoryTables tables =
        new DirectoryTables(database, (DirectoryTables.Recorder) recorded::add, handOvers);
    tables.agreeWith(
        List.of(
            listed("1", "karin", "case_owner"),
            listed("2", "cecilia", "cx_owner"),
            listed("3", "dag", "department_head")));
    aCase(karin, "OPEN", wayfinding);
    recorded.clear();
    DirectoryTables.Outcome outcome =
        tables.agreeWith(
            List.of(listed("2", "cecilia", "cx_owner"), listed("3", "dag", "department_head")));
    assertEquals(0, outcome.orphaned());
    assertEquals("dag", owners("cases", "OPEN"));
    assertEquals(
        List.of("person.mirrored", "person.handed-over"),
        recorded.stream().map(DomainEvent::verb).toList());
  }

  private static DirectoryPerson listed(String id, String username, String role) {
    return new DirectoryPerson(
        id,
        username,
        username,
        null,
        null,
        new TreeSet<>(List.of(role)),
        new TreeSet<>(List.of("wayfinding")));
  }

  private HandedOver handOver(@Nullable UUID chosen) {
    return postgres.inTransaction(() -> handOvers.handOver(karin, "karin", chosen, "admin", "web"));
  }

  private void away(UUID person, UUID standIn) {
    database.write(
        h ->
            h.execute(
                "insert into absences values (?, ?, ?, '2026-11-10', '2026-11-20', ?, now())",
                Ids.next(),
                person,
                standIn,
                person));
  }

  private UUID person(String username, String role) {
    UUID id = Ids.next();
    database.write(
        h ->
            h.execute(
                "insert into people (id, username, name, roles) values (?, ?, ?, array[?])",
                id,
                username,
                username,
                role));
    return id;
  }

  private UUID aCase(UUID owner, String state, UUID department) {
    UUID id = Ids.next();
    long response = ++responses;
    database.write(
        h -> {
          h.execute(
              "insert into responses (id, survey_id, external_id, answered_on, received_at) select"
                  + " ?, id, ?, '2026-11-01', now() from surveys",
              response,
              Long.toString(response));
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, owner_id,"
                  + " opened_at, symptom_department_id, calendar, contact_due_at, analysis_due_at,"
                  + " resolution_due_at, version) select ?, ?, ?, id, ?, 'NORMAL', ?, now(), ?,"
                  + " 'SWEDEN', now(), now(), now(), 0 from surveys",
              id,
              "SL-2026-" + response,
              response,
              state,
              owner,
              department);
        });
    return id;
  }

  private static UUID cause(UUID by, @Nullable UUID owner, String state) {
    UUID id = Ids.next();
    database.write(
        h ->
            h.execute(
                "insert into causes (id, title, state, touchpoint_id, department_id, owner_id,"
                    + " created_by, created_at, version) select ?, 'c', ?, t.id, t.department_id,"
                    + " cast(? as uuid), ?, now(), 0 from touchpoints t",
                id,
                state,
                owner,
                by));
    return id;
  }

  private static String ownerOfCause(UUID id) {
    return one(
        "select p.username from causes c join people p on p.id = coalesce(c.owner_id,"
            + " c.created_by) where c.id = '"
            + id
            + "'");
  }

  private static void action(UUID of, UUID owner, String state) {
    database.write(
        h ->
            h.execute(
                "insert into actions (id, case_id, title, kind, owner_id, deadline, first_deadline,"
                    + " state, created_by, created_at, version) values (?, ?, 't', 'CORRECTIVE', ?,"
                    + " '2026-12-01', '2026-12-01', ?, ?, now(), 0)",
                Ids.next(),
                of,
                owner,
                state,
                owner));
  }

  private static String owners(String table, String state) {
    return one(
        "select string_agg(p.username, ' ') from "
            + table
            + " c join people p on p.id = c.owner_id where c.state = '"
            + state
            + "'");
  }

  private static String one(String question) {
    return database.read(h -> h.createQuery(question).mapTo(String.class).one());
  }
}
