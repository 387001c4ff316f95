package cx.slinga.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey, for choosing.
 *
 * @param first day of the first answer, null before there is one
 * @param last day of the last answer
 * @param waitMinutes how long a customer may correct an answer before it is followed up
 * @param answers how many gave a score in the three months before the last answer
 */
public record SurveyRow(
    UUID id,
    String key,
    String name,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    int waitMinutes,
    long answers) {

  /** Less than one in so many of the largest survey's answers does not speak for the customers. */
  private static final int SHARE = 10;

  /**
   * Those that speak for the customers, in the given order: with answers, and not by far fewer of
   * them than the largest. A file of a dozen answers that was read in today does not stand for the
   * thousands before it.
   */
  public static List<SurveyRow> large(List<SurveyRow> surveys) {
    long most = surveys.stream().mapToLong(SurveyRow::answers).max().orElse(0);
    return surveys.stream()
        .filter(survey -> survey.last() != null && survey.answers() * SHARE >= most)
        .toList();
  }
}
