package cx.slinga.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which survey speaks for the customers. */
class SurveyRowTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void aHandfulOfNewAnswersDoesNotSpeakForThousands() {
    SurveyRow yearly = row("yearly", 2_800, TODAY.minusYears(1));
    SurveyRow tried = row("tried", 12, TODAY);
    assertEquals(List.of(yearly), SurveyRow.large(List.of(tried, yearly)));
  }

  @Test
  void ofLargeOnesTheLatestSpeaks() {
    SurveyRow before = row("before", 3_000, TODAY.minusYears(1));
    SurveyRow now = row("now", 900, TODAY);
    assertEquals(List.of(now, before), SurveyRow.large(List.of(now, before)));
  }

  @Test
  void theOnlyOneSpeaksHoweverSmall() {
    SurveyRow only = row("only", 3, TODAY);
    assertEquals(List.of(only), SurveyRow.large(List.of(only, row("none", 0, null))));
  }

  private static SurveyRow row(
      String key, long answers, @org.jspecify.annotations.Nullable LocalDate last) {
    return new SurveyRow(Ids.next(), key, key, last, last, 0, answers);
  }
}
