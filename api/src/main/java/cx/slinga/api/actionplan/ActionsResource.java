package cx.slinga.api.actionplan;

import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  @Inject private ActionQueries queries;
  @Inject private CurrentUser currentUser;

  @GET
  @Operation(summary = "List my open actions, soonest first")
  public Page<ActionRow> mine() {
    return Paging.whole(queries.mine(visibility()));
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
    service.complete(id, Versions.seen(body.version(), ifMatch));
    return answer(id);
  }

  @POST
  @Path("/{id}/cancel")
  @Verb(value = "action.cancelled", object = "action", id = "id")
  @Operation(summary = "Say that the action will not be done")
  @APIResponse(
      responseCode = "200",
      description = "The action as it is now",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.cancel(id, Versions.seen(body.version(), ifMatch));
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
