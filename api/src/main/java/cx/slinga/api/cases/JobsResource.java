package cx.slinga.api.cases;

import cx.slinga.api.shared.Call;
import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.bulk.BulkQueries;
import cx.slinga.bulk.BulkService;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's bulk jobs. */
@Path("/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class JobsResource {
  private static final int LATEST = 50;

  @Inject private BulkService service;
  @Inject private BulkQueries queries;
  @Inject private Call call;

  @GET
  @Operation(summary = "List the caller's last jobs, newest first")
  public Page<JobDocument> list() {
    return Paging.whole(
        queries.latest(LATEST).stream().map(row -> JobDocument.of(row, call.language())).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read how far a job is and what came of it")
  public JobDocument get(@PathParam("id") UUID id) {
    return JobDocument.of(queries.get(id), call.language());
  }

  @POST
  @Path("/{id}/cancel")
  @Verb(value = "bulk.cancelled", object = "bulk", id = "id")
  @Operation(summary = "Stop a job; what it has changed stays")
  public JobDocument cancel(@PathParam("id") UUID id, @Nullable @Valid SeenVersion body) {
    service.cancel(id);
    return JobDocument.of(queries.get(id), call.language());
  }

  @GET
  @Path("/{id}/refusals")
  @Operation(summary = "List the cases that a job left as they were, and why")
  public Page<Refusal> refusals(
      @PathParam("id") UUID id,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    var page = queries.refusals(id, after, Paging.size(limit));
    return new Page<>(
        page.items().stream().map(row -> Refusal.of(row, call.language())).toList(), page.next());
  }
}
