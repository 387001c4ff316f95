package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.shared.BusinessException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseFilterTest {
  @Test
  void whatIsReadFromAUrlIsWrittenBackTheSame() {
    Map<String, String> url =
        Map.of(
            "state", "in_contact,acting",
            "owner", "karin",
            "department", "wayfinding",
            "touchpoint", "signs-inside",
            "severity", "high",
            "due", "late",
            "scoreFrom", "0",
            "scoreTo", "6",
            "survey", "sfo-2018",
            "q", "gate");
    assertEquals(url, CaseFilter.parse(url::get).parameters());
  }

  @Test
  void noParameterMeansEveryCase() {
    assertTrue(CaseFilter.all().parameters().isEmpty());
  }

  @Test
  void activeStandsForAllStatesThatNeedWork() {
    CaseFilter filter = CaseFilter.parse(Map.of("state", "active")::get);
    assertTrue(filter.states().stream().allMatch(CaseState::isActive));
    assertEquals("active", filter.parameters().get("state"));
  }

  @Test
  void anUnknownValueIsRefusedAtItsParameter() {
    BusinessException refusal =
        assertThrows(
            BusinessException.class, () -> CaseFilter.parse(Map.of("severity", "huge")::get));
    assertEquals("severity", refusal.field());
  }

  @Test
  void aScoreThatIsNoNumberIsRefused() {
    assertThrows(
        BusinessException.class, () -> CaseFilter.parse(Map.of("scoreTo", "six; drop table")::get));
  }
}
