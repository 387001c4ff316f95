package cx.slinga.feedback;

import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.CustomerValue;
import cx.slinga.shared.BusinessException;
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
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\\\]+@[^\\s@<>\"(),:;\\\\]+");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

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
        reading.matching(email, EMAIL, CustomerFacts.EMAIL_MAX),
        reading.text(phone, CustomerFacts.PHONE_MAX),
        reading.text(segment, CustomerFacts.SEGMENT_MAX),
        lower(reading.matching(language, LANGUAGE, 40)),
        reading.worth(value),
        null,
        null);
  }

  /** What a program says of a customer, checked. */
  static CustomerFacts checked(CustomerFacts said) {
    String key = said.key().strip();
    if (key.isEmpty()) {
      throw BusinessException.ofField("customer.key", "customer.key-missing");
    }
    String email = checked("customer.email", said.email(), CustomerFacts.EMAIL_MAX);
    if (email != null && !EMAIL.matcher(email).matches()) {
      throw BusinessException.ofField("customer.email", "customer.email-wrong", email);
    }
    String language = checked("customer.language", said.language(), 40);
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      throw BusinessException.ofField(
          "customer.language", RejectionReason.UNKNOWN_CODE.key(), "customer.language", language);
    }
    return new CustomerFacts(
        checkedKey(key),
        checked("customer.name", said.name(), CustomerFacts.NAME_MAX),
        email,
        checked("customer.phone", said.phone(), CustomerFacts.PHONE_MAX),
        checked("customer.segment", said.segment(), CustomerFacts.SEGMENT_MAX),
        lower(language),
        said.value(),
        said.consent(),
        said.churnState());
  }

  private static String checkedKey(String key) {
    String checked = checked("customer.key", key, CustomerFacts.NAME_MAX);
    return checked == null ? key : checked;
  }

  private static @Nullable String checked(String field, @Nullable String text, int most) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String stripped = text.strip();
    if (stripped.length() > most) {
      throw BusinessException.ofField(field, "text.too-long", most);
    }
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      throw BusinessException.ofField(field, RejectionReason.NUL.key());
    }
    return stripped;
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
