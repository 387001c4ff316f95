package cx.slinga.api.notification;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.letters.SaveTemplate;
import cx.slinga.letters.TemplateQueries;
import cx.slinga.letters.TemplateRow;
import cx.slinga.letters.TemplateService;
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
import org.jspecify.annotations.Nullable;

/** Templates for letters to customers. */
@Path("/templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class TemplatesResource {
  @Inject private TemplateQueries queries;
  @Inject private TemplateService service;
  @Context private UriInfo uri;

  /** What a template shall say. */
  @Schema(name = "TemplateWords")
  public record Words(
      @NotNull String name,
      @Schema(description = "en, sv, da or no") @NotNull String language,
      @Schema(description = "One line; may hold placeholders such as {customer}") @NotNull
          String subject,
      @Schema(description = "Plain text; may hold placeholders") @NotNull String body,
      @Nullable Long version) {
    SaveTemplate command() {
      return new SaveTemplate(name, language, subject, body);
    }
  }

  @GET
  @Operation(summary = "List templates for letters")
  public Page<TemplateRow> list() {
    return Paging.whole(queries.list());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read one template")
  @APIResponse(
      responseCode = "200",
      description = "The template; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = TemplateRow.class)))
  public Response get(@PathParam("id") UUID id) {
    return answer(id);
  }

  @POST
  @Verb(value = "template.added", object = "template")
  @Operation(summary = "Write a new template")
  @APIResponse(
      responseCode = "201",
      description = "The new template",
      content = @Content(schema = @Schema(implementation = TemplateRow.class)))
  public Response add(@NotNull @Valid Words body) {
    UUID id = service.add(body.command());
    return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
        .entity(queries.get(id))
        .build();
  }

  @POST
  @Path("/{id}")
  @Verb(value = "template.changed", object = "template", id = "id")
  @Operation(summary = "Change a template")
  @APIResponse(
      responseCode = "200",
      description = "The template as it is now",
      content = @Content(schema = @Schema(implementation = TemplateRow.class)))
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Words body) {
    service.change(id, Versions.seen(body.version(), ifMatch), body.command());
    return answer(id);
  }

  @POST
  @Path("/{id}/delete")
  @Verb(value = "template.deleted", object = "template", id = "id")
  @Operation(summary = "Delete a template; letters made from it stay")
  public void delete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeenVersion body) {
    service.delete(id, Versions.seen(body.version(), ifMatch));
  }

  private Response answer(UUID id) {
    TemplateRow template = queries.get(id);
    return Response.ok(template).tag(Versions.tag(template.version())).build();
  }
}
