package cx.slinga.api.organisation;

import cx.slinga.api.shared.Paging;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Departments and who heads them. */
@Path("/departments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lookups")
public class DepartmentsResource {
  @Inject private OrganisationQueries queries;

  @GET
  @Operation(summary = "List departments, by name")
  public Page<DepartmentRow> list() {
    return Paging.whole(queries.departments());
  }
}
