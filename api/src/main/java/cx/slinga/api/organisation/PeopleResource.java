package cx.slinga.api.organisation;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.organisation.HandOverService;
import cx.slinga.organisation.HandedOver;
import cx.slinga.organisation.PeopleQueries;
import cx.slinga.organisation.PersonCard;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People, what they have to do, and what becomes of it when they leave. */
@Path("/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
public class PeopleResource {
  @Inject private CurrentUser currentUser;
  @Inject private PeopleQueries queries;
  @Inject private HandOverService service;

  /** Who takes over. */
  @Schema(name = "HandOver")
  record HandOverTo(
      @Schema(
              description =
                  "Username; without it the stand-in, else the heads of the departments, else the"
                      + " CX owners")
          @Nullable String to) {}

  /** What went to others. */
  @Schema(name = "HandedOver")
  record Moved(long cases, long actions, long causes, long projects) {}

  @GET
  @Operation(summary = "List people by name, with their departments, open work and absences")
  public Page<Person> list(
      @QueryParam("q") @Parameter(description = "Part of the name") @Nullable String q,
      @QueryParam("department") @Parameter(description = "Key, see /departments")
          @Nullable String department,
      @QueryParam("left") @Parameter(description = "true: also those who have left") boolean left,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    Page<PersonCard> page =
        queries.list(currentUser.get().counts(), q, department, left, after, Paging.size(limit));
    return new Page<>(page.items().stream().map(Person::of).toList(), page.next());
  }

  @POST
  @Path("/{username}/hand-over")
  @Verb(value = "person.handed-over", object = "person", id = "username")
  @Operation(
      summary = "Give all open cases, actions, causes and projects of a person to others",
      description =
          "All at once or nothing; each has its entry in the record, and who takes over is told by"
              + " mail.")
  public Moved handOver(@PathParam("username") String username, @NotNull @Valid HandOverTo body) {
    HandedOver moved = service.handOver(username, body.to());
    return new Moved(moved.cases(), moved.actions(), moved.causes(), moved.projects());
  }
}
