package cx.slinga.api.journey;

import cx.slinga.api.shared.Paging;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where customer and company meet. */
@Path("/touchpoints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lookups")
public class TouchpointsResource {
  @Inject private JourneyQueries queries;

  @GET
  @Operation(summary = "List touchpoints in the order of the journey")
  public Page<TouchpointRow> list() {
    return Paging.whole(queries.touchpoints());
  }
}
