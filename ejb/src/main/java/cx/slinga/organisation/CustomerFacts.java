package cx.slinga.organisation;

import cx.slinga.shared.BusinessException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a customer. Null is what it does not say; what is known already then stays.
 *
 * @param key the customer's at the source; the same key again is the same customer
 * @param consent whether the customer may be asked again
 */
public record CustomerFacts(
    String key,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String segment,
    @Nullable String language,
    @Nullable CustomerValue value,
    @Nullable Boolean consent,
    @Nullable ChurnState churnState) {
  /** Longest key and longest name, in characters. */
  public static final int NAME_MAX = 200;

  /** Longest address, in characters. */
  public static final int EMAIL_MAX = 320;

  /** Longest number, in characters. */
  public static final int PHONE_MAX = 50;

  /** Longest segment, in characters. */
  public static final int SEGMENT_MAX = 100;

  /** What an e-mail address looks like. */
  public static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\\\]+@[^\\s@<>\"(),:;\\\\]+");

  /** What a language tag looks like. */
  public static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private static final int LANGUAGE_MAX = 40;

  /**
   * As they are kept: without blanks around them, blank as null.
   *
   * @param prefix what stands before the names of the fields in an error
   * @throws BusinessException of the field that cannot be right
   */
  public CustomerFacts checked(String prefix) {
    String knownKey = text(prefix + "key", key, NAME_MAX);
    if (knownKey == null) {
      throw BusinessException.ofField(prefix + "key", "customer.key-missing");
    }
    String address = text(prefix + "email", email, EMAIL_MAX);
    if (address != null && !EMAIL.matcher(address).matches()) {
      throw BusinessException.ofField(prefix + "email", "customer.email-wrong", address);
    }
    String tag = text(prefix + "language", language, LANGUAGE_MAX);
    if (tag != null && !LANGUAGE.matcher(tag).matches()) {
      throw BusinessException.ofField(prefix + "language", "customer.language-wrong", tag);
    }
    return new CustomerFacts(
        knownKey,
        text(prefix + "name", name, NAME_MAX),
        address,
        text(prefix + "phone", phone, PHONE_MAX),
        text(prefix + "segment", segment, SEGMENT_MAX),
        tag == null ? null : tag.toLowerCase(Locale.ROOT),
        value,
        consent,
        churnState);
  }

  private static @Nullable String text(String field, @Nullable String said, int most) {
    if (said == null || said.isBlank()) {
      return null;
    }
    String text = said.strip();
    if (text.length() > most) {
      throw BusinessException.ofField(field, "text.too-long", most);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw BusinessException.ofField(field, "text.control-characters");
    }
    return text;
  }

  /** Both together; what the later one says counts. */
  CustomerFacts updatedBy(CustomerFacts later) {
    return new CustomerFacts(
        key,
        later.name != null ? later.name : name,
        later.email != null ? later.email : email,
        later.phone != null ? later.phone : phone,
        later.segment != null ? later.segment : segment,
        later.language != null ? later.language : language,
        later.value != null ? later.value : value,
        later.consent != null ? later.consent : consent,
        later.churnState != null ? later.churnState : churnState);
  }
}
