package cx.slinga.api.journey;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.JourneyService;
import cx.slinga.journey.SaveStage;
import cx.slinga.journey.StageRow;
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

/** The stages of the journeys. */
@Path("/stages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "journey")
public class StagesResource {
  @Inject private JourneyQueries queries;
  @Inject private JourneyService service;

  /** A stage that is not there yet. */
  @Schema(name = "NewStage")
  record NewStage(
      @Schema(description = "Key of the journey") @NotNull String journey,
      @NotNull String name,
      @Schema(description = "Key of the stage that it follows; without it, it is the first")
          @Nullable String after) {}

  /** A stage as it is to be. */
  @Schema(name = "ChangedStage")
  record ChangedStage(
      @NotNull String name,
      @Schema(description = "Key of the stage that it follows; without it, it is the first")
          @Nullable String after,
      @Schema(description = "The one that was read; without it nothing is checked")
          @Nullable Long version) {}

  @GET
  @Operation(summary = "List the stages in the order of the journeys")
  public Page<StageRow> list() {
    return Paging.whole(queries.stages());
  }

  @POST
  @Verb(value = "stage.added", object = "stage")
  @Operation(summary = "Add a stage")
  public StageRow add(@NotNull @Valid NewStage body) {
    return get(service.addStage(body.journey(), new SaveStage(body.name(), body.after())));
  }

  @PUT
  @Path("/{key}")
  @Verb(value = "stage.changed", object = "stage", id = "key")
  @Operation(summary = "Rename a stage or put it elsewhere")
  public StageRow change(@PathParam("key") String key, @NotNull @Valid ChangedStage body) {
    service.changeStage(key, body.version(), new SaveStage(body.name(), body.after()));
    return get(key);
  }

  private StageRow get(String key) {
    return queries.stages().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }
}
