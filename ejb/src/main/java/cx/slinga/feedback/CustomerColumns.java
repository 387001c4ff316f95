package cx.slinga.feedback;

import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.CustomerValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a survey's file say who the customer is. A row without a key has no known
 * customer.
 *
 * @param key column of the customer's key at the source
 * @param value column with LOW, NORMAL or HIGH
 */
public record CustomerColumns(
    String key,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language,
    @Nullable String segment,
    @Nullable String value) {
  /** All columns that are named. */
  List<String> all() {
    return Stream.of(key, name, email, phone, language, segment, value)
        .filter(column -> column != null)
        .toList();
  }

  /** Those whose values are kept with the customer only, so that erasing the customer is enough. */
  List<String> contactData() {
    return Stream.of(name, email, phone).filter(column -> column != null).toList();
  }

  /** The value of a column in the row that is read; empty when it says nothing. */
  interface Row {
    String value(String column);
  }

  /**
   * The customer of a row, or null when it names none.
   *
   * @param warnings gets what is left out because it cannot be right
   */
  @Nullable CustomerFacts read(Row row, List<ReadingWarning> warnings) {
    Reading reading = new Reading(row, warnings);
    String found = reading.text(key, CustomerFacts.NAME_MAX);
    if (found == null) {
      return null;
    }
    return new CustomerFacts(
        found,
        reading.text(name, CustomerFacts.NAME_MAX),
        reading.matching(email, CustomerFacts.EMAIL, CustomerFacts.EMAIL_MAX),
        reading.text(phone, CustomerFacts.PHONE_MAX),
        reading.text(segment, CustomerFacts.SEGMENT_MAX),
        lower(reading.matching(language, CustomerFacts.LANGUAGE, 40)),
        reading.worth(value),
        null,
        null);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private record Reading(Row row, List<ReadingWarning> warnings) {
    @Nullable String text(@Nullable String column, int most) {
      if (column == null) {
        return null;
      }
      String value = row.value(column).strip();
      if (value.isEmpty()) {
        return null;
      }
      return value.length() > most || value.chars().anyMatch(Character::isISOControl)
          ? leftOut(column)
          : value;
    }

    @Nullable String matching(@Nullable String column, Pattern pattern, int most) {
      String value = text(column, most);
      return value == null || column == null || pattern.matcher(value).matches()
          ? value
          : leftOut(column);
    }

    @Nullable CustomerValue worth(@Nullable String column) {
      String word = text(column, 20);
      if (word == null || column == null) {
        return null;
      }
      for (CustomerValue value : CustomerValue.values()) {
        if (value.name().equalsIgnoreCase(word)) {
          return value;
        }
      }
      leftOut(column);
      return null;
    }

    /** Without the value: warnings are no place for contact data. */
    private @Nullable String leftOut(String column) {
      warnings.add(new ReadingWarning(column, ""));
      return null;
    }
  }
}
