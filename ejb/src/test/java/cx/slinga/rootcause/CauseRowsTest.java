package cx.slinga.rootcause;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.evidence.EvidenceFile;
import cx.slinga.organisation.DepartmentOwners;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.TestPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whys, trees, evidence and links as rows, and who takes a case that follows its cause. */
class CauseRowsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final UUID WAYFINDING = id("wayfinding");
  private static final UUID FOOD = id("food");
  private static final UUID SIGNS = id("signs");
  private static final UUID SHOPS = id("shops");
  private static final UUID KARIN = id("karin");
  private static final UUID KAJ = id("kaj");
  private static final UUID DAG = id("dag");
  private static final UUID CECILIA = id("cecilia");

  private static TestPostgres postgres;
  private static Database database;

  private Whys whys;
  private CauseTree tree;
  private EvidenceStore evidence;
  private CauseLinks links;
  private UUID cause;
  private UUID other;

  @BeforeAll
  static void startPostgres() {
    postgres = new TestPostgres();
    database = new Database(postgres);
    database.write(
        h -> {
          person(h, CECILIA, "cecilia", "cx_owner");
          person(h, DAG, "dag", "department_head");
          person(h, KARIN, "karin", "case_owner");
          person(h, KAJ, "kaj", "case_owner");
          h.execute(
              "insert into departments (id, key, name, head_id) values (?, 'wayfinding',"
                  + " 'Wayfinding', ?), (?, 'food', 'Food', ?)",
              WAYFINDING,
              DAG,
              FOOD,
              DAG);
          h.execute(
              "insert into memberships values (?, ?), (?, ?)", KARIN, WAYFINDING, KAJ, WAYFINDING);
          h.execute("insert into journeys values (?, 'j', 'J')", id("j"));
          h.execute("insert into stages values (?, ?, 's', 'S', 1)", id("s"), id("j"));
          h.execute(
              "insert into touchpoints (id, stage_id, key, name, position, department_id) values"
                  + " (?, ?, 'signs', 'Signs', 1, ?), (?, ?, 'shops', 'Shops', 2, ?)",
              SIGNS,
              id("s"),
              WAYFINDING,
              SHOPS,
              id("s"),
              FOOD);
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, 'x', 'X', ?,"
                  + " '{}')",
              id("x"),
              id("j"));
        });
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void twoCauses() {
    database.write(
        h ->
            h.execute(
                "truncate cause_files, cause_evidence, cause_nodes, cause_whys, cases, responses,"
                    + " causes, absences cascade"));
    whys = new Whys(database);
    tree = new CauseTree(database);
    evidence = new EvidenceStore(database);
    links = new CauseLinks(database);
    cause = named("Terminal is hard to find", SIGNS, WAYFINDING);
    other = named("Shops close early", SHOPS, FOOD);
  }

  @Test
  void aWhyKeepsItsIdAndItsEvidence() {
    whys.replace(
        cause, List.of(new Why(null, "Signs end", false), new Why(null, "No owner", true)));
    List<Why> saved = whys.of(cause);
    UUID shown = saved.get(1).id();
    UUID proof = evidence.add(text("Minutes of 3 May", shown, null), KARIN, NOW);
    whys.replace(
        cause,
        List.of(new Why(null, "New first", false), saved.get(0), new Why(shown, "Nobody", true)));
    assertEquals(
        List.of("New first", "Signs end", "Nobody"),
        whys.of(cause).stream().map(Why::answer).toList());
    assertEquals(shown, evidence.of(cause).get(0).whyId());
    whys.replace(cause, List.of(saved.get(0)));
    assertEquals(proof, evidence.of(cause).get(0).id());
    assertNull(evidence.of(cause).get(0).whyId());
  }

  @Test
  void aWhyOfAnotherCauseIsRefused() {
    whys.replace(other, List.of(new Why(null, "Leases", false)));
    List<Why> foreign = whys.of(other);
    assertThrows(BusinessException.class, () -> whys.replace(cause, foreign));
    assertEquals(foreign, whys.of(other));
  }

  @Test
  void aTreeBeginsWithTheUsualBranchesAndGrows() {
    UUID people = branch(cause, Branch.PEOPLE);
    UUID asked = tree.add(cause, people, "Nobody to ask");
    UUID why = tree.add(cause, asked, "Desk opens late");
    UUID own = tree.add(cause, null, "Before the trip");
    List<TreeNode> nodes = tree.of(cause);
    assertEquals(9, nodes.size());
    assertEquals(
        List.of(people, asked, why), nodes.subList(0, 3).stream().map(TreeNode::id).toList());
    assertEquals(2, nodes.get(2).depth());
    tree.move(cause, asked, own);
    tree.change(cause, why, "Desk opens at nine", true);
    assertEquals(
        List.of(own, asked, why), tree.of(cause).subList(6, 9).stream().map(TreeNode::id).toList());
    assertTrue(tree.of(cause).get(8).onWay());
    tree.remove(cause, own);
    assertEquals(6, tree.of(cause).size());
  }

  @Test
  void neighboursChangePlaces() {
    UUID people = branch(cause, Branch.PEOPLE);
    tree.shift(cause, people, true);
    assertEquals(Branch.PEOPLE, tree.of(cause).get(0).branch());
    tree.shift(cause, people, false);
    assertEquals(Branch.PROCESS, tree.of(cause).get(0).branch());
    assertEquals(Branch.PEOPLE, tree.of(cause).get(1).branch());
  }

  @Test
  void aNodeDoesNotHangOnItselfNorTooDeepNorOnAnotherCause() {
    UUID a = tree.add(cause, null, "a");
    UUID b = tree.add(cause, a, "b");
    UUID c = tree.add(cause, b, "c");
    UUID d = tree.add(cause, c, "d");
    assertEquals("node.below-itself", refused(() -> tree.move(cause, a, c)));
    assertEquals("node.too-deep", refused(() -> tree.add(cause, d, "e")));
    assertEquals(
        "node.too-deep", refused(() -> tree.move(cause, a, branch(cause, Branch.PROCESS))));
    assertEquals(
        "node.branch-stays", refused(() -> tree.move(cause, branch(cause, Branch.PEOPLE), a)));
    assertEquals("node.title-missing", refused(() -> tree.add(cause, a, " ")));
    assertEquals("text.too-long", refused(() -> tree.add(cause, a, "x".repeat(100_000))));
    assertThrows(NotFoundException.class, () -> tree.add(other, a, "x"));
    assertThrows(NotFoundException.class, () -> tree.remove(other, a));
  }

  @Test
  void aUsualBranchKeepsItsWordUntilItIsRenamed() {
    UUID people = branch(cause, Branch.PEOPLE);
    tree.change(cause, people, "", true);
    assertNull(tree.of(cause).get(0).title());
    tree.change(cause, people, "Staff", false);
    assertEquals("Staff", tree.of(cause).get(0).title());
  }

  @Test
  void aFileComesBackAsItWasGivenAndOnlyFromItsCause() {
    byte[] content = "gate;n\nA1;3\n".getBytes(StandardCharsets.UTF_8);
    EvidenceFile file = EvidenceFile.of("counts.csv", new ByteArrayInputStream(content));
    UUID id =
        evidence.add(
            new AddEvidence(cause, null, null, null, "Count of May", null, file), KARIN, NOW);
    assertArrayEquals(content, evidence.file(cause, id).content());
    assertEquals("Count of May", evidence.of(cause).get(0).label());
    assertThrows(NotFoundException.class, () -> evidence.file(other, id));
    assertThrows(NotFoundException.class, () -> evidence.remove(other, id));
    evidence.remove(cause, id);
    assertEquals(0L, count("select count(*) from cause_files"));
  }

  @Test
  void aLinkLeadsToASiteAndNowhereElse() {
    assertEquals("evidence.link-wrong", refused(() -> link("javascript:alert(1)")));
    assertEquals("evidence.link-wrong", refused(() -> link("http://")));
    assertEquals("evidence.link-wrong", refused(() -> link("https://dag:secret@example.com/")));
    assertEquals("evidence.link-wrong", refused(() -> link("data:text/html,x")));
    assertEquals(
        "text.too-long", refused(() -> link("https://example.com/" + "x".repeat(100_000))));
    assertEquals("evidence.missing", refused(() -> link(" ")));
    link(" https://example.com/a?b=c ");
    assertEquals("https://example.com/a?b=c", evidence.of(cause).get(0).link());
  }

  @Test
  void aSplitTakesTheChosenCasesWhysAndNodesAlongAndLeavesTheRest() {
    openCase(1, cause, SIGNS);
    openCase(2, cause, SIGNS);
    openCase(3, cause, SHOPS);
    whys.replace(cause, List.of(new Why(null, "one", false), new Why(null, "two", true)));
    UUID second = whys.of(cause).get(1).id();
    UUID node = tree.add(cause, branch(cause, Branch.PROCESS), "Leases");
    UUID below = tree.add(cause, node, "Rent");
    evidence.add(text("of the second why", second, null), KARIN, NOW);
    evidence.add(text("of the node", null, below), KARIN, NOW);
    evidence.add(text("of the cause", null, null), KARIN, NOW);

    List<CaseMoved> moved =
        links.move(cause, SIGNS, other, SHOPS, FOOD, List.of("SL-2026-000002", "SL-2026-000003"));
    whys.carry(cause, other, Set.of(second));
    tree.carry(cause, other, Set.of(node));
    evidence.carry(cause, other, false);

    assertEquals(
        List.of("SL-2026-000002", "SL-2026-000003"),
        moved.stream().map(CaseMoved::number).toList());
    assertEquals(1, links.count(cause));
    assertEquals(2, links.count(other));
    assertEquals(List.of("one"), whys.of(cause).stream().map(Why::answer).toList());
    assertEquals(List.of("two"), whys.of(other).stream().map(Why::answer).toList());
    assertEquals(6, tree.of(cause).size());
    assertEquals(8, tree.of(other).size());
    assertEquals(
        branch(other, Branch.PROCESS),
        tree.of(other).stream()
            .filter(n -> n.id().equals(node))
            .findFirst()
            .orElseThrow()
            .parentId());
    assertEquals(
        List.of("of the cause"), evidence.of(cause).stream().map(EvidenceRow::note).toList());
    assertEquals(2, evidence.of(other).size());
    assertEquals(
        1L,
        count(
            "select count(*) from cases where number = 'SL-2026-000002' and version = 1 and"
                + " cause_department_id = '"
                + FOOD
                + "'"));
  }

  @Test
  void whatTheAnalysisSaysOfACasesTouchpointStaysWhereItDoesNotFollow() {
    openCase(1, cause, SHOPS);
    UUID third = named("Signs are small", SIGNS, WAYFINDING);
    links.move(cause, SIGNS, third, SIGNS, WAYFINDING, null);
    assertEquals(
        1L, count("select count(*) from cases where cause_touchpoint_id = '" + SHOPS + "'"));
  }

  @Test
  void aMergeKeepsEverything() {
    openCase(1, cause, SIGNS);
    openCase(2, other, SHOPS);
    whys.replace(cause, List.of(new Why(null, "one", true)));
    whys.replace(other, List.of(new Why(null, "two", true)));
    UUID branch = branch(other, Branch.PEOPLE);
    UUID node = tree.add(other, branch, "Staff");
    evidence.add(new AddEvidence(other, null, null, branch, "branch", null, null), KARIN, NOW);
    evidence.add(new AddEvidence(other, null, null, node, "node", null, null), KARIN, NOW);
    evidence.add(new AddEvidence(other, null, null, null, "cause", null, null), KARIN, NOW);

    links.move(other, SHOPS, cause, SIGNS, WAYFINDING, null);
    whys.carry(other, cause, null);
    tree.carry(other, cause, null);
    evidence.carry(other, cause, true);
    evidence.followBranches(other, cause);

    assertEquals(2, links.count(cause));
    assertEquals(0, links.count(other));
    assertEquals(List.of("one", "two"), whys.of(cause).stream().map(Why::answer).toList());
    assertEquals(1, whys.of(cause).stream().filter(Why::root).count());
    assertEquals(3, evidence.of(cause).size());
    assertTrue(evidence.of(other).isEmpty());
    Set<UUID> nodes = Set.copyOf(tree.of(cause).stream().map(TreeNode::id).toList());
    assertTrue(
        evidence.of(cause).stream()
            .allMatch(e -> e.nodeId() == null || nodes.contains(e.nodeId())));
    assertEquals(2, evidence.of(cause).stream().filter(e -> e.nodeId() != null).count());
  }

  @Test
  void theCaseFollowsToTheLeastLoadedOfTheOtherDepartmentWhoIsAtWork() {
    openCase(1, null, SIGNS); // karin's
    Following following =
        new Following(new DepartmentOwners(database), Clock.fixed(NOW, ZoneOffset.UTC));
    assertEquals("kaj", following.taker(CECILIA, FOOD, WAYFINDING).orElseThrow().username());
    database.write(
        h ->
            h.execute(
                "insert into absences (id, person_id, stand_in_id, from_day, to_day, created_by,"
                    + " created_at) values (?, ?, ?, ?, ?, ?, now())",
                id("away"),
                KAJ,
                KARIN,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                DAG));
    assertEquals("karin", following.taker(CECILIA, FOOD, WAYFINDING).orElseThrow().username());
    assertEquals("dag", following.taker(KARIN, WAYFINDING, FOOD).orElseThrow().username());
  }

  @Test
  void theCaseStaysWithAnOwnerOfTheDepartmentThatCausesIt() {
    Following following =
        new Following(new DepartmentOwners(database), Clock.fixed(NOW, ZoneOffset.UTC));
    assertFalse(following.taker(KARIN, FOOD, WAYFINDING).isPresent());
    assertFalse(following.taker(DAG, WAYFINDING, FOOD).isPresent());
    assertFalse(following.taker(CECILIA, FOOD, FOOD).isPresent());
  }

  private AddEvidence text(String note, UUID why, UUID node) {
    return new AddEvidence(cause, null, why, node, note, null, null);
  }

  private void link(String link) {
    evidence.add(new AddEvidence(cause, null, null, null, null, link, null), KARIN, NOW);
  }

  private UUID branch(UUID of, Branch branch) {
    return tree.of(of).stream().filter(n -> n.branch() == branch).findFirst().orElseThrow().id();
  }

  private UUID named(String title, UUID touchpoint, UUID department) {
    UUID id = id(title);
    database.write(
        h ->
            h.execute(
                "insert into causes (id, title, state, touchpoint_id, department_id, created_by,"
                    + " owner_id, created_at, changed_at, version) values (?, ?, 'SUSPECTED', ?, ?,"
                    + " ?, ?, now(), now(), 0)",
                id,
                title,
                touchpoint,
                department,
                KARIN,
                KARIN));
    tree.plant(id);
    return id;
  }

  private static void openCase(int number, UUID cause, UUID causeTouchpoint) {
    database.write(
        h -> {
          h.execute(
              "insert into responses (id, survey_id, external_id, answered_on, received_at, score)"
                  + " values (?, ?, ?, '2026-03-01', now(), 3)",
              number,
              id("x"),
              "r" + number);
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, owner_id,"
                  + " opened_at, cause_touchpoint_id, cause_department_id, cause_id, calendar,"
                  + " contact_due_at, analysis_due_at, resolution_due_at, version) values (?, ?, ?,"
                  + " ?, 'OPEN', 'NORMAL', ?, now(), ?, (select department_id from touchpoints"
                  + " where id = ?), ?, 'SWEDEN', now(), now(), now(), 0)",
              id("case" + number),
              "SL-2026-00000" + number,
              number,
              id("x"),
              KARIN,
              causeTouchpoint,
              causeTouchpoint,
              cause);
        });
  }

  private static void person(org.jdbi.v3.core.Handle h, UUID id, String username, String role) {
    h.execute(
        "insert into people (id, username, name, roles) values (?, ?, ?, ?)",
        id,
        username,
        username,
        new String[] {role});
  }

  private static long count(String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  private static String refused(Runnable verb) {
    return assertThrows(BusinessException.class, verb::run).key();
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
