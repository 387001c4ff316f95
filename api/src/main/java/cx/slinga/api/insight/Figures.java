package cx.slinga.api.insight;

import cx.slinga.cases.CaseState;
import cx.slinga.insight.CauseShare;
import cx.slinga.insight.DailyNps;
import cx.slinga.insight.DepartmentLoad;
import cx.slinga.insight.NpsFigure;
import cx.slinga.insight.TouchpointFigure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures as a program gets them: one from too few responses has its n and no value. */
final class Figures {
  private Figures() {}

  @Schema(description = "Net promoter score, in points from -100 to 100")
  record SurveyScore(
      String survey,
      long n,
      long promoters,
      long passives,
      long detractors,
      @Schema(description = "Fewer than 10 responses: the values are left out") boolean tooFew,
      @Nullable Double nps,
      @Nullable Double standardError,
      @Schema(description = "Wald interval, 95 %") @Nullable Double low,
      @Nullable Double high,
      @Schema(description = "Adjusted Wald interval, 95 %; the one to show")
          @Nullable Double adjustedLow,
      @Nullable Double adjustedHigh) {

    static SurveyScore of(String survey, NpsFigure f) {
      boolean few = f.tooFew();
      return new SurveyScore(
          survey,
          f.n(),
          f.promoters(),
          f.passives(),
          f.detractors(),
          few,
          few ? null : f.value(),
          few ? null : f.standardError(),
          few ? null : f.waldLow(),
          few ? null : f.waldHigh(),
          few ? null : f.low(),
          few ? null : f.high());
    }
  }

  @Schema(description = "How a touchpoint was rated, on 1 to 5")
  record TouchpointRating(
      String key,
      String name,
      String stageKey,
      String stageName,
      @Schema(description = "Name of the department that answers for it") String department,
      @Schema(description = "rating, cleanliness, safety or ease") String what,
      long n,
      boolean tooFew,
      @Nullable Double mean,
      @Schema(description = "Share of the 4s and 5s, 0 to 1") @Nullable Double topTwoShare,
      @Schema(description = "Wilson interval of the share, 95 %") @Nullable Double low,
      @Nullable Double high) {

    static TouchpointRating of(TouchpointFigure f) {
      boolean few = f.tooFew();
      return new TouchpointRating(
          f.key(),
          f.name(),
          f.stageKey(),
          f.stageName(),
          f.department(),
          f.what(),
          f.n(),
          few,
          few ? null : f.mean(),
          few ? null : f.topTwoShare(),
          few ? null : f.low(),
          few ? null : f.high());
    }
  }

  @Schema(description = "The score of one day's answers")
  record DayScore(
      LocalDate day,
      long n,
      boolean tooFew,
      @Nullable Double nps,
      @Schema(description = "Adjusted Wald interval, 95 %") @Nullable Double low,
      @Nullable Double high) {

    static DayScore of(DailyNps f) {
      boolean few = f.tooFew();
      return new DayScore(
          f.day(), f.n(), few, few ? null : f.value(), few ? null : f.low(), few ? null : f.high());
    }
  }

  @Schema(description = "How much of the dissatisfaction a cause stands for")
  record CauseWeight(
      UUID id,
      String title,
      long cases,
      boolean tooFew,
      @Schema(description = "Share of the survey's detractors, 0 to 1") @Nullable Double share,
      @Schema(description = "Wilson interval of the share, 95 %") @Nullable Double low,
      @Nullable Double high) {

    static CauseWeight of(CauseShare f) {
      boolean few = f.tooFew();
      return new CauseWeight(
          f.id(),
          f.title(),
          f.cases(),
          few,
          few ? null : f.share(),
          few ? null : f.low(),
          few ? null : f.high());
    }
  }

  @Schema(description = "How many cases there are")
  record CaseCounts(
      @Schema(description = "Cases within sight, by state") Map<CaseState, Long> states,
      @Schema(description = "What lies with each department, of all surveys, the latest first")
          List<DepartmentLoad> departments) {}
}
