package cx.slinga.api.cases;

import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.resurvey.RecoveryService;
import cx.slinga.security.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a customer says after the case was solved. */
@Path("/cases/{number}/recovery")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseRecoveryResource {
  @Inject private RecoveryService service;
  @Inject private CaseQueries queries;
  @Inject private CurrentUser currentUser;

  /** How likely the customer recommends us now. */
  @Schema(name = "RecoveredScore")
  record RecoveredScore(
      @Schema(description = "0 to 10", examples = "9") @NotNull Integer score,
      @Nullable Long version) {}

  @POST
  @Verb(value = "case.recovery-scored", object = "case", id = "number")
  @Operation(
      summary = "Keep the score that the customer gives after the solving",
      description =
          "Beside the first score, of a resolved or closed case; a negative one, by the survey's"
              + " rule, opens the case again")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now; its version is also the ETag",
      content = @Content(schema = @Schema(implementation = CaseRow.class)))
  public Response record(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RecoveredScore body) {
    service.record(number, Versions.seen(body.version(), ifMatch), body.score());
    CaseRow row = queries.details(currentUser.get().cases(), number).row();
    return Response.ok(row).tag(Versions.tag(row.version())).build();
  }
}
