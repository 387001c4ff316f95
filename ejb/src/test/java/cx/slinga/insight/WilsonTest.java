package cx.slinga.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WilsonTest {
  /** R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @Test
  void reproducesThePublishedIntervals() {
    expect(0.2553, 0.3662, Wilson.interval(81, 263));
    expect(0.0624, 0.1605, Wilson.interval(15, 148));
    expect(0.0000, 0.1611, Wilson.interval(0, 20));
    expect(0.0061, 0.1718, Wilson.interval(1, 29));
  }

  @Test
  void staysWithinTheWholeAndNeverHasNoWidth() {
    Interval all = Wilson.interval(12, 12);
    assertEquals(1, all.high());
    assertTrue(all.low() < 0.9);
    assertEquals(new Interval(0, 1), Wilson.interval(0, 0));
  }

  @Test
  void morePartsThanTheWholeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Wilson.interval(3, 2));
    assertThrows(IllegalArgumentException.class, () -> Wilson.interval(-1, 2));
  }

  private static void expect(double low, double high, Interval interval) {
    assertEquals(low, interval.low(), 0.0001);
    assertEquals(high, interval.high(), 0.0001);
  }
}
