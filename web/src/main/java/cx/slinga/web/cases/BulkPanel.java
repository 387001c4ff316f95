package cx.slinga.web.cases;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.bulk.BulkService;
import cx.slinga.bulk.StartBulk;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.DismissalReason;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bar that stands where the head of the list was while cases are selected. It remembers the
 * filter of the list that it was drawn with: "all" means what that filter names when the verb is
 * asked for.
 */
@Named
@ViewScoped
public class BulkPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "*";

  @Inject private BulkService service;
  @Inject private OrganisationQueries organisation;
  @Inject private CauseQueries causeQueries;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;

  private final BulkForm form = new BulkForm();
  private Map<String, String> filter = Map.of();
  private CaseSort sort = CaseSort.DUE;
  private transient @Nullable Caller caller;
  private transient @Nullable List<PersonRow> people;
  private transient @Nullable List<CauseRow> causes;

  /** The list that the selection is made in. */
  void standsOver(CaseFilter shown, CaseSort order) {
    filter = new LinkedHashMap<>(shown.parameters());
    sort = order;
  }

  /** Gives them to another owner. */
  public String assign() {
    return start("assign");
  }

  /** Links them to a cause. */
  public String link() {
    return start("link");
  }

  /** Adds the same action to the plan of each. */
  public String plan() {
    return start("plan");
  }

  /** Ends the follow-up of what is no complaint. */
  public String dismiss() {
    return start("dismiss");
  }

  private String start(String verb) {
    boolean all = form.getPicked().equals(ALL);
    UUID id =
        service.start(
            new StartBulk(
                verb,
                form.input(),
                all ? List.of() : Arrays.asList(form.getPicked().split(",")),
                all ? CaseFilter.parse(filter::get) : null,
                sort));
    return "/jobs/view.xhtml?faces-redirect=true&id=" + id;
  }

  public BulkForm getForm() {
    return form;
  }

  /** Most cases of one job. */
  public int getMost() {
    return BulkService.MAX;
  }

  // what this person may do: it hides, the service protects

  /** Select at all. */
  public boolean isWork() {
    return isSteer() || caller().is(Roles.CASE_OWNER);
  }

  /** Assign and dismiss. */
  public boolean isSteer() {
    return caller().is(Roles.CX_OWNER) || caller().is(Roles.DEPARTMENT_HEAD);
  }

  private Caller caller() {
    Caller known = caller;
    if (known == null) {
      known = currentUser.get();
      caller = known;
    }
    return known;
  }

  /** Everybody who can own an action. */
  public List<PersonRow> getPeople() {
    List<PersonRow> known = people;
    if (known == null) {
      known = organisation.owners();
      people = known;
    }
    return known;
  }

  /** To whom this person may give cases: a head gives within the own departments. */
  public List<PersonRow> getNewOwners() {
    if (caller().is(Roles.CX_OWNER)) {
      return getPeople();
    }
    Set<String> own =
        organisation.departments().stream()
            .filter(department -> caller().departments().contains(department.id()))
            .map(DepartmentRow::name)
            .collect(Collectors.toSet());
    return getPeople().stream()
        .filter(person -> person.departments().stream().anyMatch(own::contains))
        .toList();
  }

  /** Causes to link to, the most shared first. */
  public List<CauseRow> getCauses() {
    List<CauseRow> known = causes;
    if (known == null) {
      known = causeQueries.suggestions(null);
      causes = known;
    }
    return known;
  }

  /** What an action is for. */
  public ActionKind[] getKinds() {
    return ActionKind.values();
  }

  /** Why a case is not followed up. */
  public DismissalReason[] getReasons() {
    return DismissalReason.values();
  }

  /** The first day that a deadline may be. */
  public LocalDate getToday() {
    return clock.instant().atZone(CaseQueries.ZONE).toLocalDate();
  }
}
