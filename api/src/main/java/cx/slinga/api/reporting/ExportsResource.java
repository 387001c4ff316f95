package cx.slinga.api.reporting;

import cx.slinga.api.cases.CaseQuery;
import cx.slinga.api.shared.Call;
import cx.slinga.api.shared.Verb;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseFilterQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.reporting.ExportService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workbooks to take away; what leaves is in the record. */
@Path("/exports")
@RequestScoped
@Tag(name = "exports")
public class ExportsResource {
  @Inject private ExportService service;
  @Inject private CaseFilterQueries filters;
  @Inject private Call call;

  @GET
  @Path("/cases")
  @Produces(ExportService.CONTENT_TYPE)
  @Verb(value = "cases.exported", object = "case")
  @Operation(
      summary = "Export cases within sight as an Excel workbook",
      description = "Headings are in the language of Accept-Language; the filter is that of /cases")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      content =
          @Content(
              mediaType = ExportService.CONTENT_TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response cases(@BeanParam CaseQuery query) {
    // read before streaming begins: a refusal must not come as a broken workbook
    CaseFilter filter = filters.known(query.filter());
    CaseSort order = query.order();
    Locale language = call.language();
    String fileName = service.fileName(filter);
    StreamingOutput workbook = out -> service.cases(filter, order, language, out);
    return Response.ok(workbook)
        .language(language)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + fileName.replaceAll("[\\p{Cntrl}\"\\\\]", "_") + '"')
        .build();
  }
}
