package cx.slinga.api.actionplan;

import cx.slinga.actionplan.ActionEvidenceQueries;
import cx.slinga.actionplan.ActionEvidenceRow;
import cx.slinga.actionplan.ActionEvidenceService;
import cx.slinga.actionplan.AddActionEvidence;
import cx.slinga.api.actionplan.ActionVerbs.Evidence;
import cx.slinga.api.shared.BadRequest;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.evidence.EvidenceFile;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What shows that an action is done. */
@Path("/actions/{id}/evidence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
public class ActionEvidenceResource {
  @Inject private ActionEvidenceService service;
  @Inject private ActionEvidenceQueries queries;
  @Inject private CurrentUser currentUser;

  @GET
  @Operation(summary = "List what shows that an action is done, in the order of its adding")
  public Page<ActionEvidenceRow> list(@PathParam("id") UUID id) {
    return Paging.whole(queries.of(visibility(), id));
  }

  @POST
  @Verb(value = "action.evidence-added", object = "action", id = "id")
  @Operation(
      summary = "Add evidence: a text or a link",
      description = "A file comes as multipart/form-data in the part file, with a part note")
  public Page<ActionEvidenceRow> add(@PathParam("id") UUID id, @NotNull @Valid Evidence body) {
    service.add(new AddActionEvidence(id, body.note(), body.link(), null));
    return list(id);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Verb(value = "action.evidence-added", object = "action", id = "id")
  @Operation(hidden = true)
  public Page<ActionEvidenceRow> addFile(@PathParam("id") UUID id, List<EntityPart> parts)
      throws IOException {
    EntityPart part = part(parts, "file");
    if (part == null) {
      throw new BadRequest("file", "property.missing", "file");
    }
    EvidenceFile file;
    try (InputStream content = part.getContent()) {
      file = EvidenceFile.of(part.getFileName().orElse(""), content);
    }
    EntityPart note = part(parts, "note");
    service.add(
        new AddActionEvidence(id, note == null ? null : note.getContent(String.class), null, file));
    return list(id);
  }

  private static @Nullable EntityPart part(List<EntityPart> parts, String name) {
    return parts.stream().filter(p -> p.getName().equals(name)).findFirst().orElse(null);
  }

  @GET
  @Path("/{evidence}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Read a file that is evidence")
  public Response file(@PathParam("id") UUID id, @PathParam("evidence") UUID evidence) {
    EvidenceFile file = queries.file(visibility(), id, evidence);
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(file.content(), file.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Path("/{evidence}")
  @Consumes(MediaType.WILDCARD)
  @Verb(value = "action.evidence-removed", object = "action", id = "id")
  @Operation(summary = "Take evidence away")
  public Page<ActionEvidenceRow> remove(
      @PathParam("id") UUID id, @PathParam("evidence") UUID evidence) {
    service.remove(id, evidence);
    return list(id);
  }

  private Visibility visibility() {
    return currentUser.get().cases();
  }
}
