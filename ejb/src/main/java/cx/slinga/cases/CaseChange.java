package cx.slinga.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did to a case, read from the record.
 *
 * @param by name of the person
 * @param verb for example {@code case.contacted}
 */
public record CaseChange(Instant at, String by, String verb, List<Field> fields) {

  /**
   * A field before and after, people, causes and touchpoints by their names; null stands for none.
   */
  public record Field(String name, @Nullable String before, @Nullable String after) {}

  public CaseChange {
    fields = List.copyOf(fields);
  }
}
