package cx.slinga.api.journey;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.JourneyService;
import cx.slinga.journey.SaveTouchpoint;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.TouchpointService;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
  @Inject private JourneyService journeys;
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

  /** A touchpoint that is not there yet. */
  @Schema(name = "NewTouchpoint")
  record NewTouchpoint(
      @Schema(description = "Letters a to z, digits and hyphens; without it made from the name")
          @Nullable String key,
      @NotNull String name,
      @Schema(description = "Key, see /stages") @NotNull String stage,
      @Schema(description = "Key, see /departments") @NotNull String department,
      @Schema(description = "Username; without it everybody of the department in turn")
          @Nullable String person) {}

  /** A touchpoint as it is to be. */
  @Schema(name = "ChangedTouchpoint")
  record ChangedTouchpoint(
      @NotNull String name,
      @Schema(description = "Key, see /stages") @NotNull String stage,
      @Schema(description = "Key, see /departments") @NotNull String department,
      @Schema(description = "Username; without it everybody of the department in turn")
          @Nullable String person,
      @Schema(description = "The one that was read; without it nothing is checked")
          @Nullable Long version) {}

  /** Where a touchpoint stands in its stage. */
  @Schema(name = "Place")
  record Place(
      @Schema(
              description =
                  "Key of the touchpoint of its stage that it follows; without it, it is the first")
          @Nullable String after) {}

  @POST
  @Verb(value = "touchpoint.added", object = "touchpoint")
  @Operation(summary = "Add a touchpoint at the end of its stage")
  public TouchpointRow add(@NotNull @Valid NewTouchpoint body) {
    return get(
        journeys.addTouchpoint(
            body.key(),
            new SaveTouchpoint(body.name(), body.stage(), body.department(), body.person())));
  }

  @PUT
  @Path("/{key}")
  @Verb(value = "touchpoint.changed", object = "touchpoint", id = "key")
  @Operation(
      summary = "Change a touchpoint's name, stage and who answers for it",
      description = "New cases go there; open ones stay where they are.")
  public TouchpointRow change(
      @PathParam("key") String key, @NotNull @Valid ChangedTouchpoint body) {
    journeys.changeTouchpoint(
        key,
        body.version(),
        new SaveTouchpoint(body.name(), body.stage(), body.department(), body.person()));
    return get(key);
  }

  @PUT
  @Path("/{key}/place")
  @Verb(value = "touchpoint.changed", object = "touchpoint", id = "key")
  @Operation(summary = "Put a touchpoint elsewhere in its stage")
  public Page<TouchpointRow> place(@PathParam("key") String key, @NotNull @Valid Place body) {
    service.place(key, body.after());
    return list();
  }

  private TouchpointRow get(String key) {
    return queries.touchpoints().stream()
        .filter(t -> t.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

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
