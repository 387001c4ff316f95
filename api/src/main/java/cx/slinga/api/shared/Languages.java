package cx.slinga.api.shared;

import cx.slinga.shared.Messages;
import java.util.List;
import java.util.Locale;

/** Which of our languages a caller is answered in. */
final class Languages {
  private Languages() {}

  /** The first of the caller's languages that is ours, English where none is. */
  static Locale first(List<Locale> acceptable) {
    return acceptable.stream()
        .filter(l -> !Messages.ours(l).equals(Locale.ENGLISH) || l.getLanguage().equals("en"))
        .findFirst()
        .map(Messages::ours)
        .orElse(Locale.ENGLISH);
  }
}
