package cx.slinga.rules;

import cx.slinga.feedback.SurveyMapping;
import cx.slinga.feedback.SurveyMapping.Aspect;
import cx.slinga.feedback.SurveyMapping.Item;
import cx.slinga.feedback.SurveyMapping.Scored;
import cx.slinga.feedback.SurveyMappingReader;
import cx.slinga.survey.Survey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a survey asks that a band can be drawn on; null where it does not ask.
 *
 * @param easeKeys ratings of ease, as responses keep them
 */
public record Scales(
    Scale score,
    @Nullable Scale overall,
    @Nullable Scale ease,
    boolean problem,
    List<String> easeKeys) {

  /** From the lowest to the highest value. */
  public record Scale(int from, int to) {}

  public Scales {
    easeKeys = List.copyOf(easeKeys);
  }

  /** What the survey asks. */
  public static Scales of(Survey survey) {
    return of(SurveyMappingReader.read(survey.mapping()));
  }

  static Scales of(SurveyMapping mapping) {
    List<Item> ease = mapping.items().stream().filter(item -> item.what() == Aspect.EASE).toList();
    Scored overall = mapping.overall();
    return new Scales(
        scale(mapping.score()),
        overall == null ? null : scale(overall),
        ease.isEmpty() ? null : scale(ease.get(0).rating()),
        mapping.problem() != null,
        ease.stream().map(Item::ratingKey).toList());
  }

  /** The scale of a band, or null when the survey does not ask for it. */
  public @Nullable Scale of(Subject band) {
    return switch (band) {
      case SCORE -> score;
      case OVERALL -> overall;
      case EASE -> ease;
      default -> throw new IllegalArgumentException("no band: " + band);
    };
  }

  /** The lowest rating of ease, or null when none was given. */
  public @Nullable Integer ease(Map<String, Integer> ratings) {
    Integer lowest = null;
    for (String key : easeKeys) {
      Integer rating = ratings.get(key);
      if (rating != null && (lowest == null || rating < lowest)) {
        lowest = rating;
      }
    }
    return lowest;
  }

  private static Scale scale(Scored scored) {
    return new Scale(scored.from(), scored.to());
  }
}
