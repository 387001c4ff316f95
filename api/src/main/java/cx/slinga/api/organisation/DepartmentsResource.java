package cx.slinga.api.organisation;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.organisation.DepartmentNode;
import cx.slinga.organisation.DepartmentQueries;
import cx.slinga.organisation.DepartmentService;
import cx.slinga.organisation.SaveDepartment;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tree of departments. */
@Path("/departments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
public class DepartmentsResource {
  @Inject private CurrentUser currentUser;
  @Inject private DepartmentQueries queries;
  @Inject private DepartmentService service;

  /** A department that is not there yet. */
  @Schema(name = "NewDepartment")
  record NewDepartment(
      @Schema(
              description =
                  "Letters a to z, digits and hyphens; the name of its group in the directory")
          @NotNull
          String key,
      @NotNull String name,
      @Schema(description = "Key of the department that it belongs to") @Nullable String parent,
      @Schema(description = "Whose working hours its clocks count; else SWEDEN")
          @Nullable CalendarKey calendar,
      @Schema(description = "How many projects it runs at most; else 3")
          @Nullable Integer projects) {}

  /** A department as it is to be. */
  @Schema(name = "ChangedDepartment")
  record ChangedDepartment(
      @NotNull String name,
      @Schema(description = "Key of the department that it belongs to") @Nullable String parent,
      @NotNull CalendarKey calendar,
      @Schema(description = "Whether it takes new work") @NotNull Boolean open,
      @Schema(description = "How many projects it runs at most; else as before")
          @Nullable Integer projects,
      @Schema(description = "The one that was read; without it nothing is checked")
          @Nullable Long version) {}

  @GET
  @Operation(summary = "List departments, closed ones too, each below the one that it belongs to")
  public Page<DepartmentNode> list() {
    return Paging.whole(queries.tree(currentUser.get().counts()));
  }

  @POST
  @Verb(value = "department.added", object = "department")
  @Operation(summary = "Add a department")
  public DepartmentNode add(@NotNull @Valid NewDepartment body) {
    service.add(
        body.key(),
        new SaveDepartment(
            body.name(),
            body.parent(),
            body.calendar() == null ? CalendarKey.SWEDEN : body.calendar(),
            true,
            body.projects()));
    return get(body.key());
  }

  @PUT
  @Path("/{key}")
  @Verb(value = "department.changed", object = "department", id = "key")
  @Operation(
      summary = "Change, close or open a department",
      description = "One that touchpoints or open departments belong to cannot be closed.")
  public DepartmentNode change(
      @PathParam("key") String key, @NotNull @Valid ChangedDepartment body) {
    service.change(
        key,
        body.version(),
        new SaveDepartment(
            body.name(), body.parent(), body.calendar(), body.open(), body.projects()));
    return get(key);
  }

  private DepartmentNode get(String key) {
    List<DepartmentNode> all = queries.tree(currentUser.get().counts());
    return all.stream().filter(d -> d.key().equals(key)).findFirst().orElseThrow();
  }
}
