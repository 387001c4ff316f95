package cx.slinga.actionplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ActionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Test
  void aDeadlineInThePastIsRefusedAtItsField() {
    assertEquals(
        "deadline",
        assertThrows(BusinessException.class, () -> due(TODAY.minusDays(1), "Fix the sign"))
            .field());
  }

  @Test
  void todayIsADeadline() {
    assertEquals(TODAY, due(TODAY, "Fix the sign").deadline());
  }

  @Test
  void aBlankTitleIsRefused() {
    assertEquals("title", assertThrows(BusinessException.class, () -> due(TODAY, " \t")).field());
  }

  @Test
  void aDoneActionIsNotDoneTwice() {
    Action action = due(TODAY, "Fix the sign");
    action.complete(NOW);
    assertEquals(
        "action.ended", assertThrows(BusinessException.class, () -> action.complete(NOW)).key());
    assertThrows(BusinessException.class, () -> action.cancel("Not needed", NOW));
  }

  private static Action due(LocalDate deadline, String title) {
    return new Action(
        Ids.next(), title, ActionKind.CORRECTIVE, Ids.next(), deadline, Ids.next(), NOW, TODAY);
  }
}
