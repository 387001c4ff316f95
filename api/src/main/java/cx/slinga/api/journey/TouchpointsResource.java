package cx.slinga.api.journey;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.TouchpointService;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where customer and company meet. */
@Path("/touchpoints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "lookups")
public class TouchpointsResource {
  @Inject private JourneyQueries queries;
  @Inject private TouchpointService service;

  @GET
  @Operation(summary = "List touchpoints in the order of the journey")
  public Page<TouchpointRow> list() {
    return Paging.whole(queries.touchpoints());
  }

  /** Who answers for a touchpoint. */
  @Schema(name = "Responsibility")
  record Responsibility(
      @Schema(description = "Key, see /departments") @NotNull String department,
      @Schema(description = "Username; without it everybody of the department in turn")
          @Nullable String person) {}

  @PUT
  @Path("/{key}/responsible")
  @Verb(value = "touchpoint.assigned", object = "touchpoint", id = "key")
  @Operation(
      summary = "Say who answers for a touchpoint",
      description = "New cases go there; open ones stay where they are.")
  public Responsibility assign(@PathParam("key") String key, @NotNull @Valid Responsibility body) {
    service.assign(key, body.department(), body.person());
    return body;
  }
}
