package cx.slinga.api.cases;

import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddAction;
import cx.slinga.api.cases.CaseVerbs.Analyse;
import cx.slinga.api.cases.CaseVerbs.Assign;
import cx.slinga.api.cases.CaseVerbs.ChangeSeverity;
import cx.slinga.api.cases.CaseVerbs.Dismiss;
import cx.slinga.api.cases.CaseVerbs.LogContact;
import cx.slinga.api.cases.CaseVerbs.Pause;
import cx.slinga.api.cases.CaseVerbs.PlanAction;
import cx.slinga.api.cases.CaseVerbs.Reopen;
import cx.slinga.api.shared.Call;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.cases.CaseCustomerQueries;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseFilterQueries;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.ClockService;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.NameCause;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases and their verbs. */
@Path("/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CasesResource {
  @Inject private CaseCustomerQueries customers;
  @Inject private CaseService service;
  @Inject private ClockService clocks;
  @Inject private CaseQueries queries;
  @Inject private CaseFilterQueries filters;
  @Inject private AnalysisService analysis;
  @Inject private ActionService actions;
  @Inject private ActionQueries plans;
  @Inject private CurrentUser currentUser;
  @Inject private Call call;
  @Context private UriInfo uri;

  @GET
  @Operation(summary = "List cases within sight")
  public Page<CaseRow> list(
      @BeanParam CaseQuery query,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    return queries.list(
        visibility(), filters.known(query.filter()), query.order(), after, Paging.size(limit));
  }

  @GET
  @Path("/{number}")
  @Operation(summary = "Read one case with its answer, plan and timeline")
  @APIResponse(
      responseCode = "200",
      description = "The case; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  public Response get(@PathParam("number") String number) {
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/assign")
  @Verb(value = "case.assigned", object = "case", id = "number")
  @Operation(summary = "Give the case to another owner")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response assign(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Assign body) {
    service.assign(number, Versions.seen(body.version(), ifMatch), body.owner());
    return newState(number);
  }

  @POST
  @Path("/{number}/contact")
  @Verb(value = "case.contacted", object = "case", id = "number")
  @Operation(summary = "Log an attempt to contact the customer")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response contact(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid LogContact body) {
    service.contact(
        number,
        Versions.seen(body.version(), ifMatch),
        body.channel(),
        body.outcome(),
        body.note());
    return newState(number);
  }

  @POST
  @Path("/{number}/cause")
  @Verb(value = "case.analysed", object = "case", id = "number")
  @Operation(summary = "Name the root cause")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response cause(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Analyse body) {
    analysis.nameCause(
        new NameCause(
            number,
            Versions.seen(body.version(), ifMatch),
            body.symptomTouchpoint(),
            body.causeTouchpoint(),
            body.causeId(),
            body.newCause(),
            body.whys() == null ? List.of() : body.whys(),
            body.handOver() == null || body.handOver()));
    return newState(number);
  }

  @POST
  @Path("/{number}/actions")
  @Verb(value = "action.added", object = "case", id = "number")
  @Operation(summary = "Add an action to the plan")
  @APIResponse(
      responseCode = "201",
      description = "The action; Location is its address",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response addAction(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid PlanAction body) {
    UUID id =
        actions.add(
            new AddAction(
                number,
                Versions.seen(body.version(), ifMatch),
                body.title(),
                body.kind(),
                body.owner(),
                body.deadline(),
                body.dependsOn()));
    ActionRow made = plans.get(visibility(), id);
    return Response.created(uri.getBaseUriBuilder().path("actions").path(id.toString()).build())
        .tag(Versions.tag(made.version()))
        .entity(made)
        .build();
  }

  @POST
  @Path("/{number}/resolve")
  @Verb(value = "case.resolved", object = "case", id = "number")
  @Operation(
      summary = "Say that it is solved for the customer",
      description =
          "Refused with 409 and every missing point while no contact, nor why not, is logged or no"
              + " cause is named")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response resolve(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.resolve(number, Versions.seen(body.version(), ifMatch));
    return newState(number);
  }

  @POST
  @Path("/{number}/close")
  @Verb(value = "case.closed", object = "case", id = "number")
  @Operation(
      summary = "End the follow-up",
      description = "Refused with 409 and every missing point while something is missing")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response close(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.close(number, Versions.seen(body.version(), ifMatch));
    return newState(number);
  }

  @POST
  @Path("/{number}/reopen")
  @Verb(value = "case.reopened", object = "case", id = "number")
  @Operation(summary = "Take a resolved, closed or dismissed case up again")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response reopen(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Reopen body) {
    service.reopen(number, Versions.seen(body.version(), ifMatch), body.reason());
    return newState(number);
  }

  @POST
  @Path("/{number}/dismiss")
  @Verb(value = "case.dismissed", object = "case", id = "number")
  @Operation(summary = "End the follow-up of what is no complaint")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response dismiss(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Dismiss body) {
    service.dismiss(number, Versions.seen(body.version(), ifMatch), body.reason(), body.note());
    return newState(number);
  }

  @POST
  @Path("/{number}/pause")
  @Verb(value = "case.paused", object = "case", id = "number")
  @Operation(
      summary = "Pause every clock that runs, because somebody else has to do something first")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response pause(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Pause body) {
    clocks.pause(number, Versions.seen(body.version(), ifMatch), body.reason(), body.note());
    return newState(number);
  }

  @POST
  @Path("/{number}/resume")
  @Verb(value = "case.resumed", object = "case", id = "number")
  @Operation(summary = "Let the paused clocks run on with the time that they had left")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response resume(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    clocks.resume(number, Versions.seen(body.version(), ifMatch));
    return newState(number);
  }

  @POST
  @Path("/{number}/severity")
  @Verb(value = "case.severity-changed", object = "case", id = "number")
  @Operation(summary = "Take the case more or less seriously; used working time stays used")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseDocument.class)))
  @APIResponse(responseCode = "204", description = "Done; the case is now out of your sight")
  public Response severity(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ChangeSeverity body) {
    clocks.changeSeverity(number, Versions.seen(body.version(), ifMatch), body.severity());
    return newState(number);
  }

  /** The verb may have moved the case out of the caller's sight, to another department. */
  private Response newState(String number) {
    try {
      return answer(Response.ok(), number);
    } catch (NotFoundException e) {
      return Response.noContent().build();
    }
  }

  private Response answer(Response.ResponseBuilder answer, String number) {
    Visibility visibility = visibility();
    CaseDetails details = queries.details(visibility, number);
    return answer
        .tag(Versions.tag(details.row().version()))
        .entity(
            CaseDocument.of(
                details,
                customers.of(visibility, number).orElse(null),
                plans.plan(visibility, number),
                plans.sharedPlan(visibility, number),
                call.language()))
        .build();
  }

  private Visibility visibility() {
    return currentUser.get().cases();
  }
}
