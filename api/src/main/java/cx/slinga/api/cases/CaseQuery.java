package cx.slinga.api.cases;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseSort;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The filter and order of cases as query parameters, the same as in the address of the screen. The
 * fields declare the names for the document and the gate; {@link CaseFilter#parse} reads them.
 */
public class CaseQuery {
  @QueryParam("state")
  @Parameter(
      description =
          "One or more of open, in_contact, analysed, acting, resolved, closed, dismissed,"
              + " reopened, active, ended; separated by commas")
  @Nullable String state;

  @QueryParam("owner")
  @Parameter(description = "User name")
  @Nullable String owner;

  @QueryParam("department")
  @Parameter(description = "Key, see /departments")
  @Nullable String department;

  @QueryParam("touchpoint")
  @Parameter(description = "Key of where the customer felt it, see /touchpoints")
  @Nullable String touchpoint;

  @QueryParam("severity")
  @Parameter(description = "normal, high or critical")
  @Nullable String severity;

  @QueryParam("due")
  @Parameter(description = "late, today or week")
  @Nullable String due;

  @QueryParam("clock")
  @Parameter(description = "contact, analysis or resolution: the running clock that rings first")
  @Nullable String clock;

  @QueryParam("scoreFrom")
  @Parameter(description = "Lowest score, 0 to 10")
  @Nullable String scoreFrom;

  @QueryParam("scoreTo")
  @Parameter(description = "Highest score, 0 to 10")
  @Nullable String scoreTo;

  @QueryParam("survey")
  @Parameter(description = "Key, see /surveys")
  @Nullable String survey;

  @QueryParam("cause")
  @Parameter(description = "Id, see /causes")
  @Nullable String cause;

  @QueryParam("q")
  @Parameter(description = "Words of the customer, or a case number")
  @Nullable String words;

  @QueryParam("sort")
  @Parameter(description = "due (as when left out), opened_newest, opened_oldest or score_lowest")
  @Nullable String sort;

  @Context private UriInfo uri;

  /** Which cases. */
  public CaseFilter filter() {
    return CaseFilter.parse(name -> uri.getQueryParameters().getFirst(name));
  }

  /** In which order. */
  public CaseSort order() {
    return CaseSort.parse(sort);
  }
}
