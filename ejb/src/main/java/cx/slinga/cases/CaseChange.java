package cx.slinga.cases;

import cx.slinga.cases.TimelineEntry.About;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did to a case, read from the record.
 *
 * @param by name of the person
 * @param verb for example {@code case.contacted}
 * @param about the action that a change of the plan concerns, and what was done with it; null for
 *     none
 */
public record CaseChange(
    Instant at, String by, String verb, List<Field> fields, @Nullable About about) {

  /**
   * A field before and after, people, causes and touchpoints by their names; null stands for none.
   */
  public record Field(String name, @Nullable String before, @Nullable String after) {}

  public CaseChange {
    fields = List.copyOf(fields);
  }

  /** Whether fewer actions of the plan were open afterwards. */
  public boolean fewerOpen() {
    return fields.stream()
        .filter(field -> field.name().equals("actionsOpen"))
        .anyMatch(field -> number(field.after()) < number(field.before()));
  }

  private static int number(@Nullable String value) {
    return value == null ? 0 : Integer.parseInt(value);
  }
}
