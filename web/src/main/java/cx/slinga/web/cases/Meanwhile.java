package cx.slinga.web.cases;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What others did while somebody was typing.
 *
 * @param again client id of the button that was pressed: pressing it again saves on top of that
 */
public record Meanwhile(List<Change> changes, String again) implements Serializable {
  /**
   * One thing that was done.
   *
   * @param text what it was, as a sentence without its subject
   * @param fields field, before and after in words
   */
  public record Change(Instant at, String by, String text, List<String> fields)
      implements Serializable {}

  /** Who was the last to save. */
  public Change last() {
    return changes.get(changes.size() - 1);
  }
}
