package cx.slinga.web.calendars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.shared.BusinessException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening hours as people type them. */
class PolicyFormTest {
  @ParameterizedTest
  @ValueSource(strings = {"08:00–12:00, 13:00–17:00", "8-12;13-17", "08.00 - 12.00, 13.00 – 17.00"})
  void blocksAreReadAsTheyAreUsuallyWritten(String typed) {
    assertEquals(
        List.of(
            new ChangeServiceLevels.Hours(CalendarKey.SWEDEN, 1, "08:00", "12:00"),
            new ChangeServiceLevels.Hours(CalendarKey.SWEDEN, 1, "13:00", "17:00")),
        blocks(typed));
  }

  @Test
  void nothingTypedIsClosed() {
    assertEquals(List.of(), blocks(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"morning", "08:00", "08:00–12:00,", "<b>8-12</b>", "8-25", "17-8"})
  void whatIsNoTimeIsRefused(String typed) {
    BusinessException refusal = assertThrows(BusinessException.class, () -> blocks(typed));
    assertEquals("hours", refusal.field());
  }

  @Test
  void blocksThatOverlapAreRefused() {
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> blocks("8-12, 11:30-17"));
    assertEquals("service-levels.overlap", refusal.key());
    assertEquals(2, blocks("13-17, 8-13").size());
  }

  @Test
  void whatIsRefusedIsNotRepeatedAtLength() {
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> blocks("x".repeat(100_000)));
    assertTrue(refusal.args().get(0).toString().length() < 50);
  }

  private static List<ChangeServiceLevels.Hours> blocks(String typed) {
    return PolicyForm.blocks(CalendarKey.SWEDEN, 1, typed);
  }
}
