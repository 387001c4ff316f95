package cx.slinga.api.actionplan;

import cx.slinga.actionplan.ActionBulkService;
import cx.slinga.actionplan.ActionFilter;
import cx.slinga.actionplan.ActionHistoryRow;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionSort;
import cx.slinga.actionplan.ChangeActions;
import cx.slinga.api.actionplan.ActionVerbs.Bulk;
import cx.slinga.api.actionplan.ActionVerbs.Cancel;
import cx.slinga.api.actionplan.ActionVerbs.DependOn;
import cx.slinga.api.actionplan.ActionVerbs.Done;
import cx.slinga.api.actionplan.ActionVerbs.MoveDeadline;
import cx.slinga.api.actionplan.ActionVerbs.Reassign;
import cx.slinga.api.actionplan.ActionVerbs.Reopen;
import cx.slinga.api.shared.Call;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Actions of all plans; a new one is added to its case. */
@Path("/actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
public class ActionsResource {
  @Inject private ActionService service;
  @Inject private ActionBulkService bulk;
  @Inject private ActionQueries queries;
  @Inject private Call call;
  @Inject private CurrentUser currentUser;

  @GET
  @Operation(
      summary = "List actions within sight, soonest first",
      description = "Without any filter: my open ones")
  public Page<ActionRow> list(
      @QueryParam("state") @Parameter(description = "open, done or cancelled")
          @Nullable String state,
      @QueryParam("owner") @Parameter(description = "User name") @Nullable String owner,
      @QueryParam("department") @Parameter(description = "Key, see /departments")
          @Nullable String department,
      @QueryParam("kind") @Parameter(description = "containment, corrective or preventive")
          @Nullable String kind,
      @QueryParam("due") @Parameter(description = "late, today or week; only open ones")
          @Nullable String due,
      @QueryParam("cause") @Parameter(description = "Id, see /causes") @Nullable String cause,
      @QueryParam("project") @Parameter(description = "Number, see /projects")
          @Nullable String project,
      @QueryParam("sort") @Parameter(description = "deadline or deadline_last")
          @Nullable String sort,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    Map<String, String> given = new HashMap<>();
    put(given, "state", state);
    put(given, "owner", owner);
    put(given, "department", department);
    put(given, "kind", kind);
    put(given, "due", due);
    put(given, "cause", cause);
    put(given, "project", project);
    if (given.isEmpty()) {
      given.put("state", "open");
      given.put("owner", currentUser.get().username());
    }
    return queries.list(
        visibility(),
        ActionFilter.parse(given::get),
        ActionSort.parse(sort),
        after,
        Paging.size(limit));
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      given.put(name, value);
    }
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read one action")
  @APIResponse(
      responseCode = "200",
      description = "The action; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response get(@PathParam("id") UUID id) {
    return answer(id);
  }

  @POST
  @Path("/{id}/complete")
  @Verb(value = "action.done", object = "action", id = "id")
  @Operation(summary = "Say that the action is done")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response complete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.complete(id, Versions.seen(body.version(), ifMatch), null, null);
    return answer(id);
  }

  @POST
  @Path("/{id}/done")
  @Verb(value = "action.done", object = "action", id = "id")
  @Operation(summary = "Say that the action is done, and what shows it")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response done(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Done body) {
    service.complete(
        id, Versions.seen(body.version(), ifMatch), body.evidence(), body.evidenceLink());
    return answer(id);
  }

  @POST
  @Path("/{id}/deadline")
  @Verb(value = "action.deadline-moved", object = "action", id = "id")
  @Operation(summary = "Move the deadline, with a reason; the first one stays visible")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response deadline(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid MoveDeadline body) {
    service.moveDeadline(
        id, Versions.seen(body.version(), ifMatch), body.deadline(), body.reason());
    return answer(id);
  }

  @POST
  @Path("/{id}/reassign")
  @Verb(value = "action.assigned", object = "action", id = "id")
  @Operation(summary = "Give the action to another owner")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response reassign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Reassign body) {
    service.assign(id, Versions.seen(body.version(), ifMatch), body.owner());
    return answer(id);
  }

  @POST
  @Path("/{id}/reopen")
  @Verb(value = "action.reopened", object = "action", id = "id")
  @Operation(summary = "Take an action up again that was done or cancelled")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response reopen(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Reopen body) {
    service.reopen(id, Versions.seen(body.version(), ifMatch), body.reason());
    return answer(id);
  }

  @POST
  @Path("/{id}/dependency")
  @Verb(value = "action.dependency-changed", object = "action", id = "id")
  @Operation(summary = "Make the action wait for another one of its plan, or for none")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response dependency(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DependOn body) {
    service.dependOn(id, Versions.seen(body.version(), ifMatch), body.dependsOn());
    return answer(id);
  }

  @GET
  @Path("/{id}/history")
  @Operation(summary = "List what was decided about an action, oldest first")
  public Page<ActionHistoryRow> history(@PathParam("id") UUID id) {
    queries.get(visibility(), id);
    return Paging.whole(queries.history(visibility(), id));
  }

  @POST
  @Path("/bulk")
  @Verb(value = "action.bulk", object = "action")
  @Operation(summary = "Do the same to up to 200 actions, each as by its own verb")
  @APIResponse(
      responseCode = "200",
      description = "How many were changed; which were not, and why",
      content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
  public BulkAnswer bulk(@NotNull @Valid Bulk body) {
    return BulkAnswer.of(
        bulk.change(
            new ChangeActions(
                body.ids(), body.verb(), body.owner(), body.deadline(), body.reason())),
        call.language());
  }

  @POST
  @Path("/{id}/cancel")
  @Verb(value = "action.cancelled", object = "action", id = "id")
  @Operation(summary = "Say that the action will not be done, and why")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Cancel body) {
    service.cancel(id, Versions.seen(body.version(), ifMatch), body.reason());
    return answer(id);
  }

  private Response answer(UUID id) {
    ActionRow action = queries.get(visibility(), id);
    return Response.ok(action).tag(Versions.tag(action.version())).build();
  }

  private Visibility visibility() {
    return currentUser.get().cases();
  }
}
