package cx.slinga.web.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokenGateTest {
  private Instant now = Instant.parse("2026-11-20T09:00:00Z");

  private final TokenGate gate =
      new TokenGate(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void whoTriesTokensIsStoppedAndOthersAreNot() {
    for (int i = 0; i < TokenGate.WRONG_MAX; i++) {
      assertTrue(gate.lets("192.0.2.1"));
      gate.wrong("192.0.2.1");
    }
    assertFalse(gate.lets("192.0.2.1"));
    assertTrue(gate.lets("192.0.2.2"));
  }

  @Test
  void afterAWhileTheyMayTryAgain() {
    for (int i = 0; i < TokenGate.WRONG_MAX; i++) {
      gate.wrong("192.0.2.1");
    }
    now = now.plus(TokenGate.WINDOW).plus(Duration.ofSeconds(1));
    assertTrue(gate.lets("192.0.2.1"));
    gate.wrong("192.0.2.1");
    assertTrue(gate.lets("192.0.2.1"));
  }
}
