package cx.slinga.web.people;

import cx.slinga.organisation.AbsenceRow;
import cx.slinga.organisation.AbsenceService;
import cx.slinga.organisation.AnnounceAbsence;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PeopleQueries;
import cx.slinga.organisation.PersonCard;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Page;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works here, who is away, and the verbs for both. */
@Named
@ViewScoped
public class PeopleListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 100;
  private static final int CHOICE = 1_000;

  @Inject private transient PeopleQueries queries;
  @Inject private transient OrganisationQueries organisation;
  @Inject private transient AbsenceService absenceService;
  @Inject private transient CurrentUser currentUser;

  private @Nullable String q;
  private @Nullable String department;
  private @Nullable String after;
  private AbsenceForm form = new AbsenceForm();
  private transient @Nullable Caller caller;
  private transient @Nullable Page<PersonCard> page;
  private transient @Nullable List<PersonCard> everybody;
  private transient @Nullable List<DepartmentRow> departments;

  /** Says that somebody will be away. */
  public void announce() {
    LocalDate from = form.getFrom();
    LocalDate to = form.getTo();
    if (from == null) {
      throw BusinessException.ofField("from", "absence.from-missing");
    }
    if (form.getStandIn().isBlank()) {
      throw BusinessException.ofField("standIn", "absence.stand-in-missing");
    }
    absenceService.announce(
        new AnnounceAbsence(
            form.getPerson().isBlank() ? null : form.getPerson(),
            form.getStandIn(),
            from,
            to == null ? from : to));
    form = new AbsenceForm();
    forget();
    say("absence.saved");
  }

  /** Takes an absence back. */
  public void cancel(UUID absence) {
    absenceService.cancel(absence);
    forget();
    say("absence.cancelled");
  }

  /** What is shown is read anew. */
  void forget() {
    page = null;
    everybody = null;
  }

  /** Says what was done. */
  static void say(String key, Object... args) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle texts = faces.getApplication().getResourceBundle(faces, "text_people");
    faces.addMessage(
        null,
        new FacesMessage(
            new MessageFormat(texts.getString(key), faces.getViewRoot().getLocale()).format(args)));
  }

  public List<PersonCard> getRows() {
    return page().items();
  }

  public @Nullable String getNext() {
    return page().next();
  }

  private Page<PersonCard> page() {
    Page<PersonCard> read = page;
    if (read == null) {
      read =
          queries.list(
              currentUser.get().counts(),
              q,
              blankToNull(department),
              false,
              blankToNull(after),
              PAGE);
      page = read;
    }
    return read;
  }

  private List<PersonCard> everybody() {
    List<PersonCard> read = everybody;
    if (read == null) {
      read = queries.list(currentUser.get().counts(), null, null, false, null, CHOICE).items();
      everybody = read;
    }
    return read;
  }

  /** Those who can stand in or take over. */
  public List<PersonCard> getOwners() {
    return everybody().stream().filter(PeopleListView::owns).toList();
  }

  /** Those of whom the reader may say that they are away, besides themselves. */
  public List<PersonCard> getMine() {
    return everybody().stream().filter(PeopleListView::owns).filter(this::mine).toList();
  }

  /** Those who have something open that could go to others. */
  public List<PersonCard> getBusy() {
    return everybody().stream().filter(p -> p.openCases() + p.openActions() > 0).toList();
  }

  /** Whether the reader may take this absence back. */
  public boolean mayCancel(AbsenceRow absence) {
    return everybody().stream()
        .filter(p -> p.username().equals(absence.username()))
        .anyMatch(p -> p.username().equals(caller().username()) || mine(p));
  }

  /** Whether the reader may be away themselves: those who own nothing need no stand-in. */
  public boolean isAbsences() {
    return caller().is(Roles.CX_OWNER)
        || caller().is(Roles.DEPARTMENT_HEAD)
        || caller().is(Roles.CASE_OWNER)
        || caller().is(Roles.ADMINISTRATOR);
  }

  private Caller caller() {
    Caller known = caller;
    if (known == null) {
      known = currentUser.get();
      caller = known;
    }
    return known;
  }

  private boolean mine(PersonCard person) {
    if (caller().is(Roles.ADMINISTRATOR)) {
      return true;
    }
    if (!caller().is(Roles.DEPARTMENT_HEAD)) {
      return false;
    }
    List<String> own =
        getDepartments().stream()
            .filter(d -> caller().departments().contains(d.id()))
            .map(DepartmentRow::name)
            .toList();
    return person.departments().stream().anyMatch(own::contains);
  }

  private static boolean owns(PersonCard person) {
    return person.active()
        && person.roles().stream()
            .anyMatch(
                r ->
                    r.equals(Roles.CX_OWNER)
                        || r.equals(Roles.DEPARTMENT_HEAD)
                        || r.equals(Roles.CASE_OWNER));
  }

  public List<DepartmentRow> getDepartments() {
    List<DepartmentRow> read = departments;
    if (read == null) {
      read = organisation.departments();
      departments = read;
    }
    return read;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  public AbsenceForm getForm() {
    return form;
  }

  public @Nullable String getQ() {
    return q;
  }

  public void setQ(@Nullable String q) {
    this.q = q;
  }

  public @Nullable String getDepartment() {
    return department;
  }

  public void setDepartment(@Nullable String department) {
    this.department = department;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
