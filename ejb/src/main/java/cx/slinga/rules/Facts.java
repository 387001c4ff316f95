package cx.slinga.rules;

import org.jspecify.annotations.Nullable;

/**
 * What rules may know about an answer and its customer. Missing is null, never a number; a
 * condition on something missing does not hold.
 *
 * @param score willingness to recommend
 * @param overall satisfaction with the whole
 * @param ease the lowest rating of ease
 * @param problem whether the customer had one
 * @param words of the customer
 * @param touchpoint key of where it went worst
 * @param segment of the answer
 * @param language of the answer, else the customer's
 * @param channel by which the answer came, as the source calls it
 * @param customerSegment segment of the customer
 * @param customerValue LOW, NORMAL or HIGH
 * @param churnState ACTIVE, AT_RISK, LOST or WON_BACK
 * @param repeat whether the customer had a case before that has been dealt with
 */
public record Facts(
    @Nullable Integer score,
    @Nullable Integer overall,
    @Nullable Integer ease,
    @Nullable Boolean problem,
    @Nullable String words,
    @Nullable String touchpoint,
    @Nullable String segment,
    @Nullable String language,
    @Nullable String channel,
    @Nullable String customerSegment,
    @Nullable String customerValue,
    @Nullable String churnState,
    boolean repeat) {

  /** An answer of which only the figures are known. */
  public static Facts figures(
      @Nullable Integer score,
      @Nullable Integer overall,
      @Nullable Integer ease,
      @Nullable Boolean problem,
      @Nullable String touchpoint) {
    return new Facts(
        score, overall, ease, problem, null, touchpoint, null, null, null, null, null, null, false);
  }
}
