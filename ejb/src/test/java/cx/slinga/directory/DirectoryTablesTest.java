package cx.slinga.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.organisation.HandOver;
import cx.slinga.organisation.HandOvers;
import cx.slinga.organisation.WorkTaken;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTablesTest {
  private static TestPostgres postgres;
  private static Database database;

  private static final java.time.Clock CLOCK =
      java.time.Clock.fixed(
          java.time.Instant.parse("2026-11-16T07:30:00Z"), java.time.ZoneOffset.UTC);

  private final List<HandOver> handedOver = new ArrayList<>();
  private final List<cx.slinga.shared.DomainEvent> recorded = new ArrayList<>();
  private DirectoryTables tables;

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
  void twoDepartmentsAndNobody() {
    tables =
        new DirectoryTables(
            database,
            (DirectoryTables.Recorder) recorded::add,
            new HandOvers(
                database,
                CLOCK,
                (java.util.function.Consumer<HandOver>) handedOver::add,
                (java.util.function.Consumer<WorkTaken>) taken -> {}));
    database.write(
        h -> {
          h.execute("truncate departments, people, memberships cascade");
          for (String key : new String[] {"security", "wayfinding"}) {
            h.execute(
                "insert into departments (id, key, name) values (?, ?, ?)", Ids.next(), key, key);
          }
        });
  }

  @Test
  void peopleArriveWithDepartmentsAndHeads() {
    tables.agreeWith(
        List.of(
            person("1", "dag", "department_head", "wayfinding"),
            person("2", "kjell", "case_owner", "security", "unknown")));
    assertEquals(
        "dag",
        one(
            "select p.username from departments d join people p on p.id ="
                + " d.head_id where d.key = 'wayfinding'"));
    assertEquals(
        "kjell security",
        one(
            "select p.username || ' ' || d.key from memberships m join people p on p.id ="
                + " m.person_id join departments d on d.id = m.department_id where p.username ="
                + " 'kjell'"));
    assertEquals(2, recorded.size());
  }

  @Test
  void theSameDirectoryAgainChangesAndRecordsNothing() {
    List<DirectoryPerson> directory = List.of(person("1", "dag", "department_head", "wayfinding"));
    tables.agreeWith(directory);
    String before = one("select string_agg(p::text, ',') from people p");
    recorded.clear();
    assertEquals(0, tables.agreeWith(directory).changed());
    assertEquals(before, one("select string_agg(p::text, ',') from people p"));
    assertEquals(List.of(), recorded);
  }

  @Test
  void whoLeftBecomesInactiveAndHeadsNothing() {
    tables.agreeWith(
        List.of(
            person("1", "dag", "department_head", "wayfinding"),
            person("2", "kjell", "case_owner", "security")));
    recorded.clear();
    tables.agreeWith(List.of(person("2", "kjell", "case_owner", "security")));
    assertEquals("false", one("select active::text from people where username = 'dag'"));
    assertEquals("0", one("select count(*)::text from departments where head_id is not null"));
    assertEquals(
        List.of("dag"), recorded.stream().map(cx.slinga.shared.DomainEvent::objectId).toList());
  }

  @Test
  void whoMovesLeavesTheOldDepartment() {
    tables.agreeWith(List.of(person("2", "kjell", "case_owner", "security")));
    tables.agreeWith(List.of(person("2", "kjell", "case_owner", "wayfinding")));
    assertEquals(
        "wayfinding",
        one(
            "select string_agg(d.key, ',') from memberships m join departments d on d.id ="
                + " m.department_id"));
  }

  @Test
  void aRenamedPersonStaysTheSamePerson() {
    tables.agreeWith(List.of(person("2", "kjell", "case_owner", "security")));
    String id = one("select id::text from people");
    tables.agreeWith(List.of(person("2", "kjell.haugen", "case_owner", "security")));
    assertEquals(id, one("select id::text from people where username = 'kjell.haugen'"));
  }

  @Test
  void aDirectoryBuiltAnewFindsItsPeopleByName() {
    tables.agreeWith(List.of(person("2", "kjell", "case_owner", "security")));
    String id = one("select id::text from people");
    tables.agreeWith(List.of(person("99", "kjell", "case_owner", "security")));
    assertEquals(id, one("select id::text from people where directory_id = '99'"));
    assertEquals("1", one("select count(*)::text from people"));
  }

  private static DirectoryPerson person(
      String id, String username, String role, String... departments) {
    return new DirectoryPerson(
        id,
        username,
        username,
        null,
        null,
        new TreeSet<>(List.of(role)),
        new TreeSet<>(Arrays.asList(departments)));
  }

  private static @Nullable String one(String question) {
    return database.read(h -> h.createQuery(question).mapTo(String.class).one());
  }
}
