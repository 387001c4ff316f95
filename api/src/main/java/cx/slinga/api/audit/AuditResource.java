package cx.slinga.api.audit;

import cx.slinga.api.shared.Paging;
import cx.slinga.audit.AuditQueries;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, and what was refused. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
  @Inject private AuditQueries queries;

  @GET
  @Operation(summary = "List the record, newest first")
  public Page<AuditLine> list(
      @QueryParam("objectType") @Parameter(description = "case, action, cause, import …")
          @Nullable String objectType,
      @QueryParam("objectId") @Parameter(description = "For example the number of a case")
          @Nullable String objectId,
      @QueryParam("actor") @Parameter(description = "User name") @Nullable String actor,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    var page = queries.list(objectType, objectId, actor, after, Paging.size(limit));
    return new Page<>(page.items().stream().map(AuditLine::of).toList(), page.next());
  }
}
