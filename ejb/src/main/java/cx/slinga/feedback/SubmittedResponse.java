package cx.slinga.feedback;

import cx.slinga.feedback.SurveyMapping.Item;
import cx.slinga.shared.BusinessException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds a submitted response against the survey's mapping, as the reader does with a file's row.
 */
final class SubmittedResponse {
  private static final int EXTERNAL_ID_MAX = 200;
  private static final int CHANNEL_MAX = 40;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private SubmittedResponse() {}

  /**
   * The response as an import would have read it.
   *
   * @throws BusinessException naming the component that is wrong
   */
  static ParsedResponse of(SubmitResponse command, SurveyMapping mapping, LocalDate today) {
    String externalId = command.externalId().strip();
    if (externalId.isEmpty()) {
      throw refusal("externalId", RejectionReason.ID_MISSING, "externalId");
    }
    refuseUnstorable("externalId", externalId, EXTERNAL_ID_MAX);
    LocalDate day = command.answeredOn();
    if (day.isBefore(EARLIEST) || day.isAfter(ResponseReader.latestDay(today))) {
      throw refusal("answeredOn", RejectionReason.DATE_IMPLAUSIBLE, "answeredOn", day.toString());
    }
    Integer score = command.score();
    if (score != null) {
      within("score", "score", score, mapping.score().from(), mapping.score().to());
    }
    String words = command.words();
    if (words != null) {
      refuseUnstorable("words", words, ResponseReader.MAX_TEXT_CHARS);
    }
    String language = command.language();
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      refuseUnstorable("language", language, 40);
      throw refusal("language", RejectionReason.UNKNOWN_CODE, "language", language);
    }
    String channel = command.channel() == null ? "" : command.channel().strip();
    refuseUnstorable("channel", channel, CHANNEL_MAX);
    Map<String, Integer> ratings = ratings(command, mapping);
    return new ParsedResponse(
        1,
        1,
        externalId,
        day,
        score,
        null,
        ratings,
        List.of(),
        words == null || words.isBlank() ? null : words,
        command.problem(),
        language == null ? null : language.toLowerCase(Locale.ROOT),
        null,
        null,
        channel.isEmpty() ? Map.of() : Map.of("channel", channel.toLowerCase(Locale.ROOT)),
        List.of(),
        List.of(),
        worst(ratings, mapping),
        command.customer() == null ? null : command.customer().checked("customer."));
  }

  private static Map<String, Integer> ratings(SubmitResponse command, SurveyMapping mapping) {
    Map<String, Integer> ratings = new LinkedHashMap<>();
    for (Item item : mapping.items()) {
      Integer rating = command.ratings().get(item.ratingKey());
      if (rating != null) {
        within("ratings", item.ratingKey(), rating, item.rating().from(), item.rating().to());
        ratings.put(item.ratingKey(), rating);
      }
    }
    for (String key : command.ratings().keySet()) {
      if (!ratings.containsKey(key)) {
        throw BusinessException.ofField("ratings", "touchpoint.not-asked", key);
      }
    }
    return ratings;
  }

  private static @Nullable String worst(Map<String, Integer> ratings, SurveyMapping mapping) {
    String worst = null;
    double lowest = Double.MAX_VALUE;
    for (Item item : mapping.items()) {
      Integer rating = ratings.get(item.ratingKey());
      if (rating != null) {
        double share =
            (rating - item.rating().from()) / (double) (item.rating().to() - item.rating().from());
        if (share < lowest) {
          lowest = share;
          worst = item.touchpoint();
        }
      }
    }
    return worst;
  }

  private static void within(String field, String name, int value, int from, int to) {
    if (value < from || value > to) {
      throw refusal(
          field,
          RejectionReason.OUT_OF_SCALE,
          name,
          Integer.toString(value),
          Integer.toString(from),
          Integer.toString(to));
    }
  }

  private static void refuseUnstorable(String field, String text, int most) {
    if (text.length() > most) {
      throw refusal(field, RejectionReason.TEXT_TOO_LONG, field, Integer.toString(most));
    }
    if (text.indexOf('\0') >= 0) {
      throw refusal(field, RejectionReason.NUL);
    }
  }

  private static BusinessException refusal(String field, RejectionReason reason, Object... args) {
    return BusinessException.ofField(field, reason.key(), args);
  }
}
