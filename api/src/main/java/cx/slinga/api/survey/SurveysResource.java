package cx.slinga.api.survey;

import cx.slinga.api.shared.Paging;
import cx.slinga.shared.Page;
import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is asked of customers. */
@Path("/surveys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lookups")
public class SurveysResource {
  @Inject private SurveyQueries queries;

  @GET
  @Operation(summary = "List surveys, the one with the latest answers first")
  public Page<SurveyRow> list() {
    return Paging.whole(queries.list());
  }
}
