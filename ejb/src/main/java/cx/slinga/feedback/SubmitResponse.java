package cx.slinga.feedback;

import cx.slinga.organisation.CustomerFacts;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer's answer, from a program or typed by hand.
 *
 * @param survey key of the survey
 * @param externalId the id at its source; the same id again is the same response
 * @param score willingness to recommend, 0 to 10
 * @param words of the customer, verbatim
 * @param language of the answer, such as {@code en}
 * @param channel by which it came, such as {@code chat}; rules may ask for it
 * @param problem whether the customer met one
 * @param ratings by key of the survey's mapping, on its scale
 * @param customer what is known of who answered
 */
public record SubmitResponse(
    String survey,
    String externalId,
    LocalDate answeredOn,
    @Nullable Integer score,
    @Nullable String words,
    @Nullable String language,
    @Nullable String channel,
    @Nullable Boolean problem,
    Map<String, Integer> ratings,
    @Nullable CustomerFacts customer) {

  public SubmitResponse {
    ratings = Map.copyOf(ratings);
  }

  /** An answer by a channel that nobody named. */
  public SubmitResponse(
      String survey,
      String externalId,
      LocalDate answeredOn,
      @Nullable Integer score,
      @Nullable String words,
      @Nullable String language,
      @Nullable Boolean problem,
      Map<String, Integer> ratings,
      @Nullable CustomerFacts customer) {
    this(survey, externalId, answeredOn, score, words, language, null, problem, ratings, customer);
  }

  /** An answer of somebody unknown. */
  public SubmitResponse(
      String survey,
      String externalId,
      LocalDate answeredOn,
      @Nullable Integer score,
      @Nullable String words,
      @Nullable String language,
      @Nullable Boolean problem,
      Map<String, Integer> ratings) {
    this(survey, externalId, answeredOn, score, words, language, problem, ratings, null);
  }
}
