package cx.slinga.api.cases;

import cx.slinga.api.shared.Call;
import cx.slinga.api.shared.Verb;
import cx.slinga.bulk.BulkInput;
import cx.slinga.bulk.BulkQueries;
import cx.slinga.bulk.BulkService;
import cx.slinga.bulk.StartBulk;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseFilterQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.shared.BusinessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One verb for many cases. */
@Path("/cases/bulk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class BulkResource {
  @Inject private BulkService service;
  @Inject private BulkQueries queries;
  @Inject private CaseFilterQueries filters;
  @Inject private Call call;
  @Context private UriInfo uri;

  @POST
  @Verb(value = "bulk.requested", object = "bulk")
  @Operation(
      summary = "Do one verb to many cases",
      description =
          "By numbers, or by a filter: all that it names at this moment, the first 10,000 in their"
              + " order. It is done in the background, with the rights of the caller at each step.")
  @APIResponse(
      responseCode = "202",
      description = "Queued; Location tells how far it is",
      content = @Content(schema = @Schema(implementation = JobDocument.class)))
  public Response start(@NotNull @Valid StartJob body) {
    List<String> numbers = body.numbers() == null ? List.of() : body.numbers();
    Map<String, String> filter = body.filter();
    if (filter != null && !numbers.isEmpty()) {
      throw BusinessException.ofField("filter", "bulk.one-selection");
    }
    UUID id =
        service.start(
            new StartBulk(
                body.verb(),
                new BulkInput(body.input() == null ? Map.of() : body.input()),
                numbers,
                filter == null ? null : filter(filter),
                CaseSort.parse(body.sort())));
    return Response.accepted(JobDocument.of(queries.get(id), call.language()))
        .location(uri.getBaseUriBuilder().path("jobs").path(id.toString()).build())
        .build();
  }

  /** A mistyped name must not select every case. */
  private CaseFilter filter(Map<String, @Nullable String> given) {
    Set<String> known = new HashSet<>();
    CaseFilter filter =
        CaseFilter.parse(
            name -> {
              known.add(name);
              return given.get(name);
            });
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw BusinessException.ofField("filter", "filter.unknown-value", name);
      }
    }
    return filters.known(filter);
  }
}
