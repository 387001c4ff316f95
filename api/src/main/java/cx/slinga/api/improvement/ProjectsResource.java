package cx.slinga.api.improvement;

import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddProjectAction;
import cx.slinga.api.improvement.ProjectVerbs.Assign;
import cx.slinga.api.improvement.ProjectVerbs.Change;
import cx.slinga.api.improvement.ProjectVerbs.OfCause;
import cx.slinga.api.improvement.ProjectVerbs.PlanAction;
import cx.slinga.api.improvement.ProjectVerbs.Propose;
import cx.slinga.api.improvement.ProjectVerbs.Start;
import cx.slinga.api.improvement.ProjectVerbs.Stop;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.improvement.ProjectDetails;
import cx.slinga.improvement.ProjectFilter;
import cx.slinga.improvement.ProjectQueries;
import cx.slinga.improvement.ProjectRow;
import cx.slinga.improvement.ProjectService;
import cx.slinga.improvement.ProjectSort;
import cx.slinga.improvement.ProposeProject;
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

/** Improvement projects, their verbs and their plans. */
@Path("/projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectsResource {
  @Inject private ProjectQueries queries;
  @Inject private ProjectService service;
  @Inject private ActionQueries actions;
  @Inject private ActionService actionService;
  @Inject private CurrentUser currentUser;
  @Context private UriInfo uri;

  @GET
  @Operation(summary = "List improvement projects, those worth most first")
  public Page<ProjectRow> list(
      @QueryParam("state") @Parameter(description = "Comma-separated") @Nullable String state,
      @QueryParam("department") @Parameter(description = "Key, see /departments")
          @Nullable String department,
      @QueryParam("owner") @Parameter(description = "User name, see /people")
          @Nullable String owner,
      @QueryParam("cause") @Parameter(description = "Id, see /causes") @Nullable String cause,
      @QueryParam("sort") @Parameter(description = "priority or deadline") @Nullable String sort,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    ProjectFilter filter =
        ProjectFilter.parse(
            name ->
                switch (name) {
                  case "state" -> state;
                  case "department" -> department;
                  case "owner" -> owner;
                  case "cause" -> cause;
                  default -> null;
                });
    return queries.list(filter, ProjectSort.parse(sort), after, Paging.size(limit));
  }

  @POST
  @Verb(value = "project.proposed", object = "project")
  @Operation(summary = "Propose a project, with the causes that it is to remove")
  @APIResponse(
      responseCode = "201",
      description = "The project; Location is its address",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response propose(@NotNull @Valid Propose body) {
    String made =
        service.propose(
            new ProposeProject(
                body.facts(),
                body.department(),
                body.owner(),
                body.causes() == null ? List.of() : body.causes()));
    return answer(
        Response.created(uri.getBaseUriBuilder().path("projects").path(made).build()), made);
  }

  @GET
  @Path("/{number}")
  @Operation(summary = "Read one project with its causes, its plan and its history")
  @APIResponse(
      responseCode = "200",
      description = "The project; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response get(@PathParam("number") String number) {
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/change")
  @Verb(value = "project.changed", object = "project", id = "number")
  @Operation(summary = "Say otherwise what it is to do")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response change(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Change body) {
    service.change(number, Versions.seen(body.version(), ifMatch), body.facts(), body.department());
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/assign")
  @Verb(value = "project.assigned", object = "project", id = "number")
  @Operation(summary = "Give it to another owner")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response assign(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Assign body) {
    service.assign(number, Versions.seen(body.version(), ifMatch), body.owner());
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/approve")
  @Verb(value = "project.approved", object = "project", id = "number")
  @Operation(summary = "Say that it is worth doing")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response approve(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.approve(number, Versions.seen(body.version(), ifMatch));
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/start")
  @Verb(value = "project.started", object = "project", id = "number")
  @Operation(summary = "Start it, if its department has room for it")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response start(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Start body) {
    service.start(number, Versions.seen(body.version(), ifMatch), body.override());
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/finish")
  @Verb(value = "project.finished", object = "project", id = "number")
  @Operation(summary = "Say that it is done")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response finish(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.finish(number, Versions.seen(body.version(), ifMatch));
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/celebrate")
  @Verb(value = "project.celebrated", object = "project", id = "number")
  @Operation(summary = "Say that everybody has seen what came of it")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response celebrate(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.celebrate(number, Versions.seen(body.version(), ifMatch));
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/stop")
  @Verb(value = "project.stopped", object = "project", id = "number")
  @Operation(summary = "Give it up")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response stop(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Stop body) {
    service.stop(number, Versions.seen(body.version(), ifMatch), body.reason());
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/link")
  @Verb(value = "project.cause-linked", object = "project", id = "number")
  @Operation(summary = "Link a cause that it removes")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response link(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid OfCause body) {
    service.link(number, Versions.seen(body.version(), ifMatch), body.cause());
    return answer(Response.ok(), number);
  }

  @POST
  @Path("/{number}/unlink")
  @Verb(value = "project.cause-unlinked", object = "project", id = "number")
  @Operation(summary = "Take the link to a cause away")
  @APIResponse(
      responseCode = "200",
      description = "The project as it is now",
      content = @Content(schema = @Schema(implementation = ProjectDocument.class)))
  public Response unlink(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid OfCause body) {
    service.unlink(number, Versions.seen(body.version(), ifMatch), body.cause());
    return answer(Response.ok(), number);
  }

  @GET
  @Path("/{number}/actions")
  @Operation(summary = "List the actions of its plan")
  public Page<ActionRow> plan(@PathParam("number") String number) {
    return Paging.whole(
        actions.projectPlan(currentUser.get().cases(), queries.details(number).row().number()));
  }

  @POST
  @Path("/{number}/actions")
  @Verb(value = "action.added", object = "project", id = "number")
  @Operation(summary = "Add an action to its plan")
  @APIResponse(
      responseCode = "201",
      description = "The action; Location is its address",
      content = @Content(schema = @Schema(implementation = ActionRow.class)))
  public Response addAction(@PathParam("number") String number, @NotNull @Valid PlanAction body) {
    UUID made =
        actionService.addToProject(
            new AddProjectAction(
                number,
                body.title(),
                body.kind(),
                body.owner(),
                body.deadline(),
                body.dependsOn()));
    ActionRow row = actions.get(currentUser.get().cases(), made);
    return Response.created(uri.getBaseUriBuilder().path("actions").path(made.toString()).build())
        .tag(Versions.tag(row.version()))
        .entity(row)
        .build();
  }

  private Response answer(Response.ResponseBuilder answer, String number) {
    ProjectDetails details = queries.details(number);
    Visibility sight = currentUser.get().cases();
    return answer
        .tag(Versions.tag(details.row().version()))
        .entity(
            ProjectDocument.of(
                details, actions.projectPlan(sight, number), actions.carriedOn(sight, number)))
        .build();
  }
}
