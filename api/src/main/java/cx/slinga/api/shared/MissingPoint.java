package cx.slinga.api.shared;

import cx.slinga.cases.ClosingPoint;
import cx.slinga.shared.Messages;
import java.util.List;
import java.util.Locale;

/** One thing that closing a case still needs. */
public record MissingPoint(ClosingPoint code, String text) {

  /** The points with their words. */
  public static List<MissingPoint> of(List<ClosingPoint> points, Locale language) {
    return points.stream()
        .map(p -> new MissingPoint(p, Messages.text(language, "closing." + p, List.of())))
        .toList();
  }
}
