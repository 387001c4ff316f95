package cx.slinga.web.cases;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What others did while somebody was typing.
 *
 * @param again client id of the button that was pressed: pressing it again saves on top of that
 * @param typed whether anything is typed or chosen beside that button, so that there is something
 *     to keep
 */
public record Meanwhile(List<Change> changes, String again, boolean typed) implements Serializable {
  /**
   * One thing that was done.
   *
   * @param text what it was, as a sentence without its subject
   * @param fields field, before and after in words
   */
  public record Change(Instant at, String by, String text, List<String> fields)
      implements Serializable {}

  /**
   * Whether anything is typed or chosen in the form of the button that was pressed.
   *
   * @param parameters names of what the browser sent
   * @param source client id of the button
   */
  static boolean typed(Set<String> parameters, String source) {
    int form = source.indexOf(':');
    return form > 0
        && parameters.stream()
            .anyMatch(
                name -> name.startsWith(source.substring(0, form + 1)) && !name.equals(source));
  }

  /** Who was the last to save. */
  public Change last() {
    return changes.get(changes.size() - 1);
  }
}
