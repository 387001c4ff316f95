package cx.slinga.web.cases;

import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.organisation.PersonRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case. Each panel is a form of its own and saves alone; what was saved is shown without
 * touching what is being typed in the other panels. All verbs carry the version that was on the
 * screen. When somebody else was faster, nothing is lost: the screen shows what changed and keeps
 * what was typed, and the next save counts from there.
 *
 * <p>What was read is not kept across a move of the session to another server, only what was typed.
 */
@Named
@ViewScoped
public class CasesView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CaseQueries cases;
  @Inject private CasePage casePage;
  @Inject private CaseService caseService;
  @Inject private CaseWords caseWords;
  @Inject private Clock clock;

  private ContactForm contact = new ContactForm();

  /** Reads the case named in the URL and fills the forms. */
  public void load() {
    casePage.look();
  }

  // what is done

  /** Logs an attempt to contact the customer. */
  public void logContact() {
    ContactChannel channel = contact.getChannel();
    ContactOutcome outcome = contact.getOutcome();
    if (channel == null || outcome == null) {
      throw new IllegalStateException("the form requires channel and outcome");
    }
    if (casePage.done(
        caseWords.say("said.contacted", casePage.getNumber()),
        () ->
            caseService.contact(
                casePage.getNumber(),
                casePage.getSeenVersion(),
                channel,
                outcome,
                contact.getNote()),
        "contactDo")) {
      contact = new ContactForm();
    }
  }

  // what is shown

  /** The case with everything that is known of it. */
  public CaseDetails getDetails() {
    return casePage.getDetails();
  }

  /** The case as lists show it. */
  public CaseRow getRow() {
    return casePage.getRow();
  }

  /** Where it was felt, else where it was caused, else the survey. */
  public String getTitle() {
    CaseRow row = getRow();
    return row.symptom() != null
        ? row.symptom()
        : row.causeTouchpoint() != null ? row.causeTouchpoint() : getDetails().surveyName();
  }

  /** The states on the way: those that it came through, the one now, and those to come. */
  public List<StatePath.Step> getPath() {
    return StatePath.of(getRow());
  }

  /** Others of the same cause, to read side by side; at most two. */
  public List<CaseRow> getOthers() {
    return casePage.once("others", this::readOthers);
  }

  private List<CaseRow> readOthers() {
    CaseRow row = getRow();
    if (row.causeId() == null) {
      return List.of();
    }
    String cause = row.causeId().toString();
    return cases
        .list(
            casePage.caller().cases(),
            CaseFilter.parse(name -> name.equals("cause") ? cause : null),
            CaseSort.OPENED_NEWEST,
            null,
            12)
        .items()
        .stream()
        .filter(other -> other.words() != null && !other.number().equals(row.number()))
        .limit(2)
        .toList();
  }

  /** The owner with departments and load; null when the account is closed. */
  public @Nullable PersonRow getOwner() {
    return getPeople().stream()
        .filter(person -> person.username().equals(getRow().ownerUsername()))
        .findFirst()
        .orElse(null);
  }

  // what may be chosen

  /** Everybody who can own an action. */
  public List<PersonRow> getPeople() {
    return casePage.getPeople();
  }

  /** Ways to contact. */
  public ContactChannel[] getChannels() {
    return ContactChannel.values();
  }

  /** What can come of a contact. */
  public ContactOutcome[] getOutcomes() {
    return ContactOutcome.values();
  }

  /** The first day that a deadline can be. */
  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
  }

  // what this person may do: it hides, the services protect

  /** Contact, analyse and plan. */
  public boolean isWork() {
    return casePage.isWork();
  }

  // forms

  public String getNumber() {
    return casePage.getNumber();
  }

  public void setNumber(@Nullable String number) {
    casePage.setNumber(number);
  }

  public ContactForm getContact() {
    return contact;
  }
}
