package cx.slinga.bulk;

import cx.slinga.shared.BusinessException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a bulk verb is given besides the cases, the same for all of them, by the names of the single
 * verb's fields.
 */
public record BulkInput(Map<String, String> values) {
  public BulkInput {
    values = Map.copyOf(values);
  }

  /** The text; empty where none was given. */
  public String text(String field) {
    return values.getOrDefault(field, "");
  }

  /** One of a few; refuses what is none of them, at the field. */
  public <E extends Enum<E>> E constant(Class<E> type, String field) {
    try {
      return Enum.valueOf(type, text(field).strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField(field, "choice.missing");
    }
  }

  /** An id; refuses what is none, at the field. */
  public UUID id(String field) {
    try {
      return UUID.fromString(text(field).strip());
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField(field, "choice.missing");
    }
  }

  /** A day; refuses what is none, at the field. */
  public LocalDate day(String field) {
    try {
      return LocalDate.parse(text(field).strip());
    } catch (DateTimeException e) {
      throw BusinessException.ofField(field, "day.missing");
    }
  }
}
