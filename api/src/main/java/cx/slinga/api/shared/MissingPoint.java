package cx.slinga.api.shared;

import cx.slinga.cases.CaseIncomplete;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.shared.Messages;
import java.util.List;
import java.util.Locale;

/** One thing that resolving or closing a case still needs. */
public record MissingPoint(ClosingPoint code, String text) {

  /** What closing needs, with its words. */
  public static List<MissingPoint> forClosing(List<ClosingPoint> points, Locale language) {
    return points.stream()
        .map(p -> new MissingPoint(p, Messages.text(language, "closing." + p, List.of())))
        .toList();
  }

  /** What a refused step needs, with its words. */
  public static List<MissingPoint> of(CaseIncomplete refusal, Locale language) {
    return refusal.missing().stream()
        .map(p -> new MissingPoint(p, Messages.text(language, refusal.messageKey(p), List.of())))
        .toList();
  }
}
