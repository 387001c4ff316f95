package cx.slinga.api.rootcause;

import cx.slinga.api.shared.Paging;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
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

/** Root causes to choose from. */
@Path("/causes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lookups")
public class CausesResource {
  @Inject private CauseQueries queries;

  @GET
  @Operation(summary = "List root causes, those of a touchpoint first, then the most frequent")
  public Page<CauseRow> list(
      @QueryParam("touchpoint") @Parameter(description = "Key, see /touchpoints")
          @Nullable String touchpoint) {
    return Paging.whole(queries.suggestions(touchpoint));
  }
}
