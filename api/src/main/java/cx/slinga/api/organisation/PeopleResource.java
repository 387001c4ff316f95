package cx.slinga.api.organisation;

import cx.slinga.api.shared.Paging;
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

/** People to give cases and actions to. */
@Path("/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lookups")
public class PeopleResource {
  @Inject private OrganisationQueries queries;

  @GET
  @Operation(summary = "List people who can own cases and actions, by name")
  public Page<Person> list() {
    return Paging.whole(queries.owners().stream().map(Person::of).toList());
  }
}
