package cx.slinga.api.survey;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.shared.Page;
import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import cx.slinga.survey.SurveyService;
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

/** What is asked of customers. */
@Path("/surveys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "lookups")
public class SurveysResource {
  @Inject private SurveyQueries queries;
  @Inject private SurveyService service;

  @GET
  @Operation(summary = "List surveys, the one with the latest answers first")
  public Page<SurveyRow> list() {
    return Paging.whole(queries.list());
  }

  /** How long customers may correct their answers. */
  @Schema(name = "Wait")
  record Wait(
      @Schema(description = "0 to 10080; 0 opens cases at once") @NotNull Integer minutes) {}

  @PUT
  @Path("/{key}/wait")
  @Verb(value = "survey.wait-changed", object = "survey", id = "key")
  @Operation(
      summary = "Say how long a customer may correct an answer before it is followed up",
      description =
          "Until then the same survey and externalId submitted again correct the answer; an import"
              + " is followed up at once.")
  public Wait setWait(@PathParam("key") String key, @NotNull @Valid Wait body) {
    service.setWait(key, body.minutes());
    return body;
  }
}
