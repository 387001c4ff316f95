package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the case to another owner. What that means is said as soon as somebody is chosen; only when
 * the giver would lose sight of the case it is asked once more.
 */
@Named
@ViewScoped
public class HandOverPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CaseService caseService;
  @Inject private OrganisationQueries organisation;
  @Inject private CaseWords caseWords;

  private @Nullable String owner;
  private boolean asked;

  /** Gives the case away, or asks first. */
  public void assign() {
    if (!isSeen() && !asked) {
      asked = true;
      return;
    }
    asked = false;
    String to = getOwner();
    PersonRow taker = getTaker();
    if (casePage.done(
        taker == null
            ? caseWords.say("said.assigned", casePage.getNumber())
            : caseWords.say("said.assigned.to", casePage.getNumber(), taker.name()),
        () -> caseService.assign(casePage.getNumber(), casePage.getSeenVersion(), to))) {
      owner = null;
    }
  }

  /** Somebody else was chosen: what was asked of the one before is no longer asked. */
  public void chosen() {
    asked = false;
  }

  /** Whether it is asked if the case may leave the reader's sight. */
  public boolean isAsked() {
    return asked && !isSeen();
  }

  /** Who gets it; null while the present owner is chosen. */
  public @Nullable PersonRow getTaker() {
    return casePage.getPeople().stream()
        .filter(person -> person.username().equals(getOwner()))
        .filter(person -> !person.username().equals(casePage.getRow().ownerUsername()))
        .findFirst()
        .orElse(null);
  }

  /** Names of the departments of who gets it. */
  public String getDepartments() {
    PersonRow taker = getTaker();
    return taker == null ? "" : String.join(", ", taker.departments());
  }

  /** Whether the reader still sees the case then: as its department, or as who sees all. */
  public boolean isSeen() {
    PersonRow taker = getTaker();
    CaseRow row = casePage.getRow();
    return taker == null
        || casePage
            .caller()
            .cases()
            .covers(taker.id().value(), id(row.department()), id(row.causeDepartment()));
  }

  private @Nullable UUID id(@Nullable String department) {
    return departments().stream()
        .filter(one -> Objects.equals(one.name(), department))
        .map(DepartmentRow::id)
        .findFirst()
        .orElse(null);
  }

  private List<DepartmentRow> departments() {
    return casePage.once("departments", organisation::departments);
  }

  /** To whom this person may give the case: a head gives within the own departments. */
  public List<PersonRow> getNewOwners() {
    Caller caller = casePage.caller();
    if (caller.is(Roles.CX_OWNER)) {
      return casePage.getPeople();
    }
    Set<String> own =
        departments().stream()
            .filter(department -> caller.departments().contains(department.id()))
            .map(DepartmentRow::name)
            .collect(Collectors.toSet());
    return casePage.getPeople().stream()
        .filter(person -> person.departments().stream().anyMatch(own::contains))
        .toList();
  }

  /** Give to another owner; it hides, the service protects. */
  public boolean isAssign() {
    return casePage.steers();
  }

  /** The owner to give to, as chosen; until then the present one. */
  public String getOwner() {
    return owner == null ? casePage.getRow().ownerUsername() : owner;
  }

  public void setOwner(@Nullable String owner) {
    this.owner = owner;
  }
}
