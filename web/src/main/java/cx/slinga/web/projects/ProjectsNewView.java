package cx.slinga.web.projects;

import cx.slinga.improvement.ProjectService;
import cx.slinga.improvement.ProposeProject;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.NotFoundException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal, as a rule begun where a cause is looked at. */
@Named
@ViewScoped
public class ProjectsNewView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProjectService service;
  @Inject private CauseQueries causes;
  @Inject private ProjectPlaces places;
  @Inject private CurrentUser currentUser;

  private @Nullable String cause;
  private final ProjectForm form = new ProjectForm();
  private transient @Nullable CauseRow row;

  /** Begins with the cause that the address names, its department and who works on it. */
  public void load() {
    CauseRow known = getRow();
    List<String> mine = places.getMine().stream().map(DepartmentRow::key).toList();
    if (known != null && mine.contains(known.departmentKey())) {
      form.setDepartment(known.departmentKey());
    } else if (!mine.isEmpty()) {
      form.setDepartment(mine.get(0));
    }
    form.setOwner(known == null ? currentUser.username() : known.ownerUsername());
  }

  /** Proposes it and shows it. */
  public String propose() {
    CauseRow known = getRow();
    String number =
        service.propose(
            new ProposeProject(
                form.facts(),
                form.getDepartment(),
                form.getOwner(),
                known == null ? List.of() : List.of(known.id())));
    return "/projects/view.xhtml?faces-redirect=true&number=" + number;
  }

  /** The cause that it is to remove; null when the address names none. */
  public @Nullable CauseRow getRow() {
    if (cause == null || cause.isBlank()) {
      return null;
    }
    CauseRow known = row;
    if (known == null) {
      try {
        UUID id = causes.resolve(UUID.fromString(cause.strip()));
        known = causes.details(currentUser.get().cases(), id).row();
      } catch (IllegalArgumentException e) {
        throw new NotFoundException(cause);
      }
      row = known;
    }
    return known;
  }

  public @Nullable String getCause() {
    return cause;
  }

  public void setCause(@Nullable String cause) {
    this.cause = cause;
  }

  public ProjectForm getForm() {
    return form;
  }
}
