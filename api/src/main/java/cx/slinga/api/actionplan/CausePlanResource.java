package cx.slinga.api.actionplan;

import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddSharedAction;
import cx.slinga.api.actionplan.ActionVerbs.PlanSharedAction;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plan that all cases of a cause share. */
@Path("/causes/{id}/actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
public class CausePlanResource {
  @Inject private ActionService service;
  @Inject private ActionQueries queries;
  @Inject private CurrentUser currentUser;
  @Context private UriInfo uri;

  @GET
  @Operation(summary = "List the actions that all cases of a cause share, as far as within sight")
  public Page<ActionRow> list(@PathParam("id") UUID id) {
    return Paging.whole(queries.causePlan(currentUser.get().cases(), id));
  }

  @POST
  @Verb(value = "action.added", object = "cause", id = "id")
  @Operation(summary = "Add an action to the plan that all cases of a cause share")
  @APIResponse(
      responseCode = "201",
      description = "The action; Location is its address",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response add(@PathParam("id") UUID id, @NotNull @Valid PlanSharedAction body) {
    UUID made =
        service.addShared(
            new AddSharedAction(
                id, body.title(), body.kind(), body.owner(), body.deadline(), body.dependsOn()));
    ActionRow row = queries.get(currentUser.get().cases(), made);
    return Response.created(uri.getBaseUriBuilder().path("actions").path(made.toString()).build())
        .tag(Versions.tag(row.version()))
        .entity(row)
        .build();
  }
}
