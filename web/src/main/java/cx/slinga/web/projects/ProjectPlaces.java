package cx.slinga.web.projects;

import cx.slinga.improvement.ProjectQueries;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the forms of projects offer to choose from. */
@Named
@RequestScoped
public class ProjectPlaces {
  private static final List<Integer> GRADES = List.of(1, 2, 3, 4, 5);

  @Inject private ProjectQueries queries;
  @Inject private OrganisationQueries organisation;

  private @Nullable List<DepartmentRow> departments;
  private @Nullable List<DepartmentRow> mine;
  private @Nullable List<PersonRow> people;

  /** All departments. */
  public List<DepartmentRow> getDepartments() {
    List<DepartmentRow> read = departments;
    if (read == null) {
      read = organisation.departments();
      departments = read;
    }
    return read;
  }

  /** Those that the reader may propose projects for. */
  public List<DepartmentRow> getMine() {
    List<DepartmentRow> read = mine;
    if (read == null) {
      List<String> keys = queries.mayProposeFor();
      read = getDepartments().stream().filter(one -> keys.contains(one.key())).toList();
      mine = read;
    }
    return read;
  }

  /** Everybody who can own a project or an action. */
  public List<PersonRow> getPeople() {
    List<PersonRow> read = people;
    if (read == null) {
      read = organisation.owners();
      people = read;
    }
    return read;
  }

  /** From little to much. */
  public List<Integer> getGrades() {
    return GRADES;
  }
}
