package cx.slinga.web.calendars;

import cx.slinga.servicelevel.FollowQueries;
import cx.slinga.servicelevel.FollowRow;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** How far the open cases have followed what is promised. */
@Named
@RequestScoped
public class FollowPanel {
  private static final int ROWS = 100;

  /** For so long it is said on top that it is done. */
  private static final Duration NEWS = Duration.ofMinutes(10);

  @Inject private FollowQueries queries;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable List<FollowRow> rows;

  /** The version that open cases are on their way to, the oldest of several; null without one. */
  public @Nullable FollowRow getUnderWay() {
    return rows().stream()
        .filter(row -> !row.state().isEnded())
        .reduce((newer, older) -> older)
        .orElse(null);
  }

  /** The version that all open cases have followed a little while ago; null without one. */
  public @Nullable FollowRow getDone() {
    FollowRow last = rows().isEmpty() ? null : rows().get(0);
    return last != null
            && last.finishedAt() != null
            && last.finishedAt().isAfter(clock.instant().minus(NEWS))
        ? last
        : null;
  }

  /**
   * Where the open cases are on their way to that version, in words.
   *
   * @param text the bundle of this screen
   */
  public String say(int version, ResourceBundle text) {
    return rows().stream()
        .filter(row -> row.version() == version)
        .findFirst()
        .map(
            row ->
                row.state().isEnded()
                    ? words.fill(
                        text.getString("following.since"), words.dateTime(row.finishedAt()))
                    : words.percent(row.percent() / 100.0, 0))
        .orElse("–");
  }

  private List<FollowRow> rows() {
    List<FollowRow> read = rows;
    if (read == null) {
      read = queries.latest(ROWS);
      rows = read;
    }
    return read;
  }
}
