package cx.slinga.api.rootcause;

import cx.slinga.api.rootcause.CauseVerbs.Evidence;
import cx.slinga.api.rootcause.CauseVerbs.Merge;
import cx.slinga.api.rootcause.CauseVerbs.Reject;
import cx.slinga.api.rootcause.CauseVerbs.Rename;
import cx.slinga.api.rootcause.CauseVerbs.Split;
import cx.slinga.api.rootcause.CauseVerbs.Whys;
import cx.slinga.api.shared.BadRequest;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.evidence.EvidenceFile;
import cx.slinga.rootcause.AddEvidence;
import cx.slinga.rootcause.CauseAnalysisService;
import cx.slinga.rootcause.CauseDetails;
import cx.slinga.rootcause.CauseFigureQueries;
import cx.slinga.rootcause.CauseFilter;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.CauseService;
import cx.slinga.rootcause.SplitCause;
import cx.slinga.rootcause.Why;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Root causes and their verbs. */
@Path("/causes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "causes")
public class CausesResource {
  @Inject private CauseQueries queries;
  @Inject private CauseFigureQueries figures;
  @Inject private CauseService service;
  @Inject private CauseAnalysisService analysis;
  @Inject private CurrentUser currentUser;
  @Context private UriInfo uri;

  @GET
  @Operation(summary = "List root causes, those of a touchpoint first, then the most frequent")
  public Page<CauseRow> list(
      @QueryParam("touchpoint") @Parameter(description = "Key, see /touchpoints")
          @Nullable String touchpoint,
      @QueryParam("state") @Parameter(description = "Comma-separated") @Nullable String state,
      @QueryParam("department") @Parameter(description = "Key, see /departments")
          @Nullable String department,
      @QueryParam("owner") @Parameter(description = "User name, see /people")
          @Nullable String owner,
      @QueryParam("q") @Parameter(description = "Part of the title") @Nullable String words) {
    CauseFilter filter =
        CauseFilter.parse(
            name ->
                switch (name) {
                  case "state" -> state;
                  case "department" -> department;
                  case "owner" -> owner;
                  case "q" -> words;
                  default -> null;
                });
    return Paging.whole(
        filter.parameters().isEmpty() ? queries.suggestions(touchpoint) : queries.list(filter));
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "Read one root cause with its whys, tree, evidence and figures",
      description = "Of a merged cause: the one into which it was merged")
  @APIResponse(
      responseCode = "200",
      description = "The cause; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response get(@PathParam("id") UUID id) {
    return answer(Response.ok(), queries.resolve(id));
  }

  @POST
  @Path("/{id}/confirm")
  @Verb(value = "cause.confirmed", object = "cause", id = "id")
  @Operation(summary = "Say that it is this")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response confirm(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.confirm(id, Versions.seen(body.version(), ifMatch));
    return answer(Response.ok(), id);
  }

  @POST
  @Path("/{id}/reject")
  @Verb(value = "cause.rejected", object = "cause", id = "id")
  @Operation(summary = "Say that it is not this")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Reject body) {
    service.reject(id, Versions.seen(body.version(), ifMatch), body.reason());
    return answer(Response.ok(), id);
  }

  @POST
  @Path("/{id}/reconsider")
  @Verb(value = "cause.reconsidered", object = "cause", id = "id")
  @Operation(summary = "Take the rejection back")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response reconsider(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.reconsider(id, Versions.seen(body.version(), ifMatch));
    return answer(Response.ok(), id);
  }

  @POST
  @Path("/{id}/rename")
  @Verb(value = "cause.renamed", object = "cause", id = "id")
  @Operation(summary = "Call it something else")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response rename(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Rename body) {
    service.rename(id, Versions.seen(body.version(), ifMatch), body.title());
    return answer(Response.ok(), id);
  }

  @POST
  @Path("/{id}/address")
  @Verb(value = "cause.addressed", object = "cause", id = "id")
  @Operation(summary = "Say that something was done about it")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response address(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.address(id, Versions.seen(body.version(), ifMatch));
    return answer(Response.ok(), id);
  }

  @POST
  @Path("/{id}/split")
  @Verb(value = "cause.split", object = "cause", id = "id")
  @Operation(summary = "Make a part of it a cause of its own")
  @APIResponse(
      responseCode = "201",
      description = "The new cause; Location is its address",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response split(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Split body) {
    UUID made =
        service.split(
            new SplitCause(
                id,
                Versions.seen(body.version(), ifMatch),
                body.title(),
                body.touchpoint(),
                body.cases() == null ? List.of() : body.cases(),
                body.whys() == null ? Set.of() : body.whys(),
                body.nodes() == null ? Set.of() : body.nodes()));
    return answer(
        Response.created(uri.getBaseUriBuilder().path("causes").path(made.toString()).build()),
        made);
  }

  @POST
  @Path("/{id}/merge")
  @Verb(value = "cause.taken-in", object = "cause", id = "id")
  @Operation(summary = "Take another cause into this one")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response merge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Merge body) {
    service.merge(id, Versions.seen(body.version(), ifMatch), body.from());
    return answer(Response.ok(), id);
  }

  @PUT
  @Path("/{id}/whys")
  @Verb(value = "cause.whys-changed", object = "cause", id = "id")
  @Operation(summary = "Put a chain of whys in place of the one before")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response whys(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Whys body) {
    analysis.saveWhys(
        id,
        Versions.seen(body.version(), ifMatch),
        body.whys().stream()
            .map(one -> new Why(one.id(), one.answer(), Boolean.TRUE.equals(one.root())))
            .toList());
    return answer(Response.ok(), id);
  }

  @POST
  @Path("/{id}/evidence")
  @Verb(value = "cause.evidence-added", object = "cause", id = "id")
  @Operation(
      summary = "Add a text, a link or a file as evidence",
      description =
          "A file comes as multipart/form-data in the part \"file\", with \"note\", \"why\" and"
              + " \"node\" as further parts: "
              + EvidenceFile.ENDINGS
              + ", up to 10 MB.")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response addEvidence(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Evidence body) {
    analysis.addEvidence(
        new AddEvidence(
            id,
            Versions.seen(body.version(), ifMatch),
            body.why(),
            body.node(),
            body.note(),
            body.link(),
            null));
    return answer(Response.ok(), id);
  }

  @POST
  @Path("/{id}/evidence")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Verb(value = "cause.evidence-added", object = "cause", id = "id")
  @Operation(hidden = true)
  public Response addFile(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      List<EntityPart> parts)
      throws IOException {
    EntityPart part =
        parts.stream()
            .filter(p -> p.getName().equals("file"))
            .findFirst()
            .orElseThrow(() -> new BadRequest("file", "property.missing", "file"));
    EvidenceFile file;
    try (InputStream content = part.getContent()) {
      file = EvidenceFile.of(part.getFileName().orElse(""), content);
    }
    analysis.addEvidence(
        new AddEvidence(
            id,
            Versions.seen(null, ifMatch),
            uuid(parts, "why"),
            uuid(parts, "node"),
            text(parts, "note"),
            null,
            file));
    return answer(Response.ok(), id);
  }

  @GET
  @Path("/{id}/evidence/{evidence}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Read a file that is evidence")
  public Response file(@PathParam("id") UUID id, @PathParam("evidence") UUID evidence) {
    EvidenceFile file = queries.file(currentUser.get().cases(), id, evidence);
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(file.content(), file.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Path("/{id}/evidence/{evidence}")
  @Consumes(MediaType.WILDCARD)
  @Verb(value = "cause.evidence-removed", object = "cause", id = "id")
  @Operation(summary = "Take evidence away")
  @APIResponse(
      responseCode = "200",
      description = "The cause as it is now",
      content = @Content(schema = @Schema(implementation = CauseDocument.class)))
  public Response removeEvidence(
      @PathParam("id") UUID id,
      @PathParam("evidence") UUID evidence,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    analysis.removeEvidence(id, Versions.seen(null, ifMatch), evidence);
    return answer(Response.ok(), id);
  }

  private static @Nullable String text(List<EntityPart> parts, String name) throws IOException {
    for (EntityPart part : parts) {
      if (part.getName().equals(name)) {
        return part.getContent(String.class);
      }
    }
    return null;
  }

  private static @Nullable UUID uuid(List<EntityPart> parts, String name) throws IOException {
    String value = text(parts, name);
    try {
      return value == null || value.isBlank() ? null : UUID.fromString(value.strip());
    } catch (IllegalArgumentException e) {
      throw new BadRequest(name, "property.unreadable", name);
    }
  }

  private Response answer(Response.ResponseBuilder answer, UUID id) {
    CauseDetails details = queries.details(currentUser.get().cases(), id);
    return answer
        .tag(Versions.tag(details.row().version()))
        .entity(CauseDocument.of(details, figures.figures(id)))
        .build();
  }
}
