package cx.slinga.api.insight;

import cx.slinga.api.insight.Figures.CaseCounts;
import cx.slinga.api.insight.Figures.CauseWeight;
import cx.slinga.api.insight.Figures.DayScore;
import cx.slinga.api.insight.Figures.SurveyScore;
import cx.slinga.api.insight.Figures.TouchpointRating;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Required;
import cx.slinga.insight.InsightQueries;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures with their uncertainty. */
@Path("/insight")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
public class InsightResource {
  @Inject private InsightQueries queries;
  @Inject private CurrentUser currentUser;

  @GET
  @Path("/nps")
  @Operation(summary = "Read the net promoter score of a survey")
  public SurveyScore nps(
      @QueryParam("survey") @Parameter(description = "Key, see /surveys", required = true)
          @Nullable String survey) {
    String key = Required.parameter("survey", survey);
    return SurveyScore.of(key, queries.nps(key));
  }

  @GET
  @Path("/touchpoints")
  @Operation(summary = "List how each touchpoint was rated, in the order of the journey")
  public Page<TouchpointRating> touchpoints(
      @QueryParam("survey") @Parameter(description = "Key, see /surveys", required = true)
          @Nullable String survey) {
    return Paging.whole(
        queries
            .touchpoints(currentUser.get().insight(), Required.parameter("survey", survey))
            .stream()
            .map(TouchpointRating::of)
            .toList());
  }

  @GET
  @Path("/daily")
  @Operation(summary = "List the score of each day on which somebody answered")
  public Page<DayScore> daily(
      @QueryParam("survey") @Parameter(description = "Key, see /surveys", required = true)
          @Nullable String survey) {
    return Paging.whole(
        queries.daily(Required.parameter("survey", survey)).stream().map(DayScore::of).toList());
  }

  @GET
  @Path("/causes")
  @Operation(summary = "List the root causes of a survey's cases, the most frequent first")
  public Page<CauseWeight> causes(
      @QueryParam("survey") @Parameter(description = "Key, see /surveys", required = true)
          @Nullable String survey) {
    return Paging.whole(
        queries.causes(visibility(), Required.parameter("survey", survey)).stream()
            .map(CauseWeight::of)
            .toList());
  }

  @GET
  @Path("/cases")
  @Operation(summary = "Count cases by state and by department")
  public CaseCounts cases(
      @QueryParam("survey") @Parameter(description = "Key; without it the states of all surveys")
          @Nullable String survey) {
    Visibility visibility = visibility();
    return new CaseCounts(
        queries.caseStates(visibility, survey), queries.load(currentUser.get().insight()));
  }

  private Visibility visibility() {
    return currentUser.get().cases();
  }
}
