package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the start page counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseCountQueriesTest {
  private BulkHouse house;

  @BeforeAll
  void furnish() {
    house = new BulkHouse();
    house.furnish();
    house.cases(40, "OPEN", "signs", "karin");
    house.cases(10, "CLOSED", "signs", "karin");
    house.cases(5, "OPEN", "food", "kaj");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void casesOfTodayAreCountedWithinSightUnlessTheyHaveEnded() {
    assertEquals(CaseTotal.NONE, openedToday("cecilia"));
    house.database.write(
        h ->
            h.execute(
                "update cases set opened_at = timestamptz '2026-11-16 00:00 Europe/Stockholm'"));
    assertEquals(45, openedToday("cecilia").said());
    assertEquals(40, openedToday("dag").said());
    assertEquals(CaseTotal.Kind.EXACT, openedToday("dag").kind());
  }

  private CaseTotal openedToday(String who) {
    house.wired.as(who);
    return house
        .wired
        .get(CaseCountQueries.class)
        .openedToday(house.wired.get(CurrentUser.class).get().cases());
  }
}
