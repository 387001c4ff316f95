package cx.slinga.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandInsTest {
  private static final UUID ANNA = new UUID(0, 1);
  private static final UUID BO = new UUID(0, 2);
  private static final UUID CARL = new UUID(0, 3);

  @Test
  void whoIsHereIsInChargeOfTheirOwn() {
    assertEquals(ANNA, StandIns.of(Map.of(), Set.of()).inCharge(ANNA));
  }

  @Test
  void aChainEndsAtTheFirstWhoIsHere() {
    StandIns standIns = StandIns.of(Map.of(ANNA, BO, BO, CARL), Set.of(BO, CARL));
    assertEquals(CARL, standIns.inCharge(ANNA));
  }

  @Test
  void twoWhoStandInForEachOtherAreNobody() {
    StandIns standIns = StandIns.of(Map.of(ANNA, BO, BO, ANNA), Set.of(ANNA, BO));
    assertNull(standIns.inCharge(ANNA));
    assertNull(standIns.inCharge(BO));
  }

  @Test
  void aStandInWhoHasLeftIsNobody() {
    assertNull(StandIns.of(Map.of(ANNA, BO), Set.of()).inCharge(ANNA));
  }
}
