package cx.slinga.api.feedback;

import cx.slinga.api.shared.Call;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Required;
import cx.slinga.api.shared.Verb;
import cx.slinga.imports.ImportQueries;
import cx.slinga.imports.ImportService;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of responses. */
@Path("/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "intake")
public class ImportsResource {
  private static final String UNNAMED = "import.csv";

  @Inject private ImportService service;
  @Inject private ImportQueries queries;
  @Inject private Call call;
  @Context private UriInfo uri;

  @GET
  @Operation(summary = "List imports, newest first")
  public Page<ImportDocument> list(
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    var page = queries.list(after, Paging.size(limit));
    return new Page<>(
        page.items().stream().map(row -> ImportDocument.of(row, call.language())).toList(),
        page.next());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read how far an import is and what came of it")
  public ImportDocument get(@PathParam("id") UUID id) {
    return ImportDocument.of(queries.get(id), call.language());
  }

  @GET
  @Path("/{id}/rejections")
  @Operation(summary = "List rows that were not taken in, in the order of the file")
  public Page<Rejection> rejections(
      @PathParam("id") UUID id,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    var page = queries.rejections(id, after, Paging.size(limit));
    return new Page<>(
        page.items().stream().map(row -> Rejection.of(row, call.language())).toList(), page.next());
  }

  @POST
  @Consumes("text/csv")
  @Verb(value = "import.requested", object = "import", id = "survey")
  @Operation(
      summary = "Import a CSV file",
      description =
          "The body is the file, up to 200 MB. It is kept and taken in afterwards; importing the"
              + " same file again changes nothing.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "202",
      description = "Kept and queued; Location tells how far it is",
      content = @Content(schema = @Schema(implementation = ImportDocument.class)))
  public Response start(
      @QueryParam("survey") @Parameter(description = "Key, see /surveys", required = true)
          @Nullable String survey,
      @QueryParam("fileName") @Parameter(description = "As people know it")
          @Nullable String fileName,
      @QueryParam("followUp")
          @Parameter(description = "false keeps all as history; else negative ones become cases")
          @Nullable String followUp,
      InputStream file) {
    return start(
        Required.parameter("survey", survey),
        fileName == null || fileName.isBlank() ? UNNAMED : fileName.strip(),
        Required.flag("followUp", followUp, true),
        file);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Verb(value = "import.requested", object = "import", id = "survey")
  @Operation(hidden = true)
  public Response startForm(
      @QueryParam("survey") @Nullable String survey,
      @QueryParam("fileName") @Nullable String fileName,
      @QueryParam("followUp") @Nullable String followUp,
      List<EntityPart> parts)
      throws IOException {
    EntityPart file =
        parts.stream()
            .filter(p -> p.getName().equals("file"))
            .findFirst()
            .orElseThrow(
                () -> new cx.slinga.api.shared.BadRequest("file", "property.missing", "file"));
    try (InputStream content = file.getContent()) {
      return start(
          Required.parameter("survey", survey),
          fileName == null || fileName.isBlank()
              ? file.getFileName().orElse(UNNAMED)
              : fileName.strip(),
          Required.flag("followUp", followUp, true),
          content);
    }
  }

  private Response start(String survey, String fileName, boolean followUp, InputStream file) {
    UUID id = service.start(survey, fileName, followUp, file);
    return Response.accepted(ImportDocument.of(queries.get(id), call.language()))
        .location(uri.getBaseUriBuilder().path("imports").path(id.toString()).build())
        .build();
  }
}
