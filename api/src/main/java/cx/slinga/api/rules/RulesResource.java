package cx.slinga.api.rules;

import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.opening.TryOut;
import cx.slinga.opening.TryOutQueries;
import cx.slinga.rules.RoutingRulesView;
import cx.slinga.rules.RuleQueries;
import cx.slinga.rules.RuleService;
import cx.slinga.rules.SurveyRulesView;
import cx.slinga.security.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is negative, how severe it is, and who takes care of it. */
@Path("/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
public class RulesResource {
  @Inject private RuleQueries queries;
  @Inject private RuleService service;
  @Inject private TryOutQueries tryOut;
  @Inject private CurrentUser currentUser;

  @GET
  @Path("/routing")
  @Operation(summary = "Read the routing rules that hold")
  @APIResponse(
      responseCode = "200",
      description = "The rules; their version is also the ETag",
      content = @Content(schema = @Schema(implementation = RoutingRulesView.class)))
  public Response routing() {
    RoutingRulesView rules = queries.routing();
    return Response.ok(rules).tag(Versions.tag(rules.version())).build();
  }

  @PUT
  @Path("/routing")
  @Verb(value = "rules.changed", object = "rules")
  @Operation(summary = "Let other routing rules hold from now on")
  @APIResponse(
      responseCode = "200",
      description = "The rules as they hold now",
      content = @Content(schema = @Schema(implementation = RoutingRulesView.class)))
  public Response saveRouting(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RulesBodies.RoutingRules body) {
    service.saveRouting(body.drafts(), Versions.seen(body.version(), ifMatch));
    return routing();
  }

  @POST
  @Path("/routing/try")
  @Verb(value = "rules.tried", object = "rules")
  @Operation(
      summary = "Say what routing rules would change over the last 1,000 answers",
      description = "Nothing is saved or opened; samples only for those who may read cases")
  public TryOut tryRouting(@NotNull @Valid RulesBodies.RoutingRules body) {
    return tryOut.routing(currentUser.get().cases(), body.drafts());
  }

  @GET
  @Path("/{survey}")
  @Operation(summary = "Read the negativity and severity rules of a survey")
  @APIResponse(
      responseCode = "200",
      description = "The rules; their version is also the ETag",
      content = @Content(schema = @Schema(implementation = SurveyRulesView.class)))
  public Response survey(@PathParam("survey") String survey) {
    SurveyRulesView rules = queries.survey(survey);
    return Response.ok(rules).tag(Versions.tag(rules.version())).build();
  }

  @PUT
  @Path("/{survey}")
  @Verb(value = "rules.changed", object = "rules", id = "survey")
  @Operation(summary = "Let other negativity and severity rules hold for a survey from now on")
  @APIResponse(
      responseCode = "200",
      description = "The rules as they hold now",
      content = @Content(schema = @Schema(implementation = SurveyRulesView.class)))
  public Response saveSurvey(
      @PathParam("survey") String survey,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RulesBodies.SurveyRules body) {
    service.saveSurvey(body.draft(survey), Versions.seen(body.version(), ifMatch));
    return survey(survey);
  }

  @POST
  @Path("/{survey}/try")
  @Verb(value = "rules.tried", object = "rules", id = "survey")
  @Operation(
      summary = "Say what rules would change over the last 1,000 answers of a survey",
      description = "Nothing is saved or opened; samples only for those who may read cases")
  public TryOut trySurvey(
      @PathParam("survey") String survey, @NotNull @Valid RulesBodies.SurveyRules body) {
    return tryOut.survey(currentUser.get().cases(), body.draft(survey));
  }
}
