package cx.slinga.api.cases;

import cx.slinga.api.shared.Verb;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.clocks.ServiceLevelQueries;
import cx.slinga.clocks.ServiceLevelVersion;
import cx.slinga.servicelevel.FollowQueries;
import cx.slinga.servicelevel.FollowRow;
import cx.slinga.servicelevel.ServiceLevelService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is promised, in every version. */
@Path("/service-levels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "service levels")
public class ServiceLevelsResource {
  private static final int FOLLOWED = 20;

  @Inject private ServiceLevelQueries queries;
  @Inject private FollowQueries following;
  @Inject private ServiceLevelService service;

  /** What shall be promised from now on; what is not named stays as it is. */
  @Schema(name = "ChangeServiceLevels")
  record Change(
      @Schema(description = "The version that you looked at") @Nullable Integer version,
      @Nullable List<ChangeServiceLevels.@NotNull Promise> promises,
      @Schema(description = "The whole week of each calendar that is named")
          @Nullable List<ChangeServiceLevels.@NotNull Hours> hours,
      @Nullable String note) {}

  @GET
  @Operation(summary = "Every version of the service level, today's first")
  public List<ServiceLevelVersion> list() {
    return queries.versions();
  }

  @GET
  @Path("/following")
  @Operation(
      summary = "How far the open cases have followed the last versions",
      description = "The newest first; a case that is read or changed meanwhile follows at once")
  public List<FollowRow> following() {
    return following.latest(FOLLOWED);
  }

  @PUT
  @Verb(value = "service-levels.changed", object = "service-levels", id = "")
  @Operation(
      summary = "Change what is promised",
      description =
          "It holds at once; open cases follow as a job. Working time that they have used stays"
              + " used")
  public List<ServiceLevelVersion> change(@NotNull @Valid Change body) {
    service.change(
        new ChangeServiceLevels(
            body.version(),
            body.promises() == null ? List.of() : body.promises(),
            body.hours() == null ? List.of() : body.hours(),
            body.note()));
    return queries.versions();
  }
}
