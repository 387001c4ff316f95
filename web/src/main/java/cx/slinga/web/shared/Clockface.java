package cx.slinga.web.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a clock looks. Only what needs somebody has colour: late and soon; the rest is quiet.
 *
 * @param state what is to be shown
 * @param span left until due, or by how much it is or was late; null where no time is told
 */
record Clockface(State state, @Nullable Duration span) {

  enum State {
    LATE("late", "exclamation-circle", true),
    SOON("soon", "clock", true),
    RUNNING("", "clock", false),
    PAUSED("pause", "pause-circle", false),
    IN_TIME("ok", "check-circle", false),
    WAS_LATE("late", "exclamation-circle", false);

    private final String css;
    private final String icon;
    private final boolean strong;

    State(String css, String icon, boolean strong) {
      this.css = css;
      this.icon = icon;
      this.strong = strong;
    }

    String css() {
      return css;
    }

    String icon() {
      return icon;
    }

    boolean strong() {
      return strong;
    }
  }

  /**
   * Reads a clock.
   *
   * @param due when it runs out
   * @param done when the work was done; null while it is not
   * @param zone whose midnight ends "today": due today is soon
   */
  static Clockface read(
      Instant due, @Nullable Instant done, boolean paused, Instant now, ZoneId zone) {
    if (done != null) {
      return done.isAfter(due)
          ? new Clockface(State.WAS_LATE, Duration.between(due, done))
          : new Clockface(State.IN_TIME, null);
    }
    if (paused) {
      return new Clockface(State.PAUSED, null);
    }
    if (now.isAfter(due)) {
      return new Clockface(State.LATE, Duration.between(due, now));
    }
    boolean today = LocalDate.ofInstant(due, zone).equals(LocalDate.ofInstant(now, zone));
    return new Clockface(today ? State.SOON : State.RUNNING, Duration.between(now, due));
  }
}
