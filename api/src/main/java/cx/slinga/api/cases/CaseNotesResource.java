package cx.slinga.api.cases;

import cx.slinga.api.shared.Verb;
import cx.slinga.cases.CaseNoteService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people write down about a case. */
@Path("/cases/{number}/notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseNotesResource {
  @Inject private CaseNoteService service;

  /** A note. */
  @Schema(name = "NewNote")
  public record NewNote(
      @Schema(description = "At most 20,000 characters", examples = "Called the ground crew")
          @Nullable String note) {}

  @POST
  @Verb(value = "case.noted", object = "case", id = "number")
  @Operation(summary = "Write a note on the case; it stands in the timeline")
  public void add(@PathParam("number") String number, @NotNull @Valid NewNote body) {
    service.add(number, body.note());
  }
}
