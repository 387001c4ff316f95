package cx.slinga.organisation;

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

  /** With these where nothing else is said. */
  public CustomerFacts orElse(@Nullable String otherSegment, @Nullable String otherLanguage) {
    return new CustomerFacts(
        key,
        name,
        email,
        phone,
        segment != null ? segment : otherSegment,
        language != null ? language : otherLanguage,
        value,
        consent,
        churnState);
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
