package cx.slinga.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cx.slinga.web.cases.ListColumns.Column;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Which columns an address names. */
class ListColumnsTest {
  @Test
  void anAddressThatNamesNoneMeansTheUsualOnes() {
    assertEquals(
        EnumSet.of(Column.SCORE, Column.OWNER, Column.STATE, Column.CLOCK),
        ListColumns.parse(null));
    assertNull(ListColumns.spelled(ListColumns.parse(null)));
    assertNull(ListColumns.spelled(ListColumns.parse("words, CLOCK,state,owner,score")));
  }

  @Test
  void whatIsChosenIsSpelledInTheOrderInWhichItStands() {
    assertEquals(
        "words,score,cause,opened",
        ListColumns.spelled(ListColumns.parse("opened,words,cause,score")));
  }

  @Test
  void whatTheCustomerSaidCanStandAlone() {
    assertEquals("words", ListColumns.spelled(ListColumns.parse("words")));
  }
}
