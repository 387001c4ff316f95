package cx.slinga.api.organisation;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.organisation.AbsenceRow;
import cx.slinga.organisation.AbsenceService;
import cx.slinga.organisation.AnnounceAbsence;
import cx.slinga.organisation.PeopleQueries;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is away, and who stands in. */
@Path("/absences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
public class AbsencesResource {
  @Inject private AbsenceService service;
  @Inject private PeopleQueries queries;

  /** Somebody will be away. */
  @Schema(name = "NewAbsence")
  record NewAbsence(
      @Schema(description = "Username; without it the caller") @Nullable String person,
      @Schema(description = "Username") @NotNull String standIn,
      @Schema(description = "First day") @NotNull LocalDate from,
      @Schema(description = "Last day") @NotNull LocalDate to) {}

  /** The new absence. */
  @Schema(name = "StoredAbsence")
  record StoredAbsence(UUID id) {}

  @GET
  @Operation(summary = "List absences that have not ended, the next first")
  public Page<AbsenceRow> list() {
    return Paging.whole(queries.absences());
  }

  @POST
  @Verb(value = "absence.announced", object = "person")
  @Operation(
      summary = "Say that somebody will be away",
      description =
          "One's own; a department head for people of the own departments, an administrator for"
              + " all. New cases go to the stand-in meanwhile.")
  public StoredAbsence announce(@NotNull @Valid NewAbsence body) {
    return new StoredAbsence(
        service.announce(
            new AnnounceAbsence(body.person(), body.standIn(), body.from(), body.to())));
  }

  @DELETE
  @Path("/{id}")
  @Verb(value = "absence.cancelled", object = "absence", id = "id")
  @Operation(summary = "Take an absence back")
  public void cancel(@PathParam("id") UUID id) {
    service.cancel(id);
  }
}
