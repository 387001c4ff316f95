package cx.slinga.web.cases;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionState;
import cx.slinga.actionplan.AddAction;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseNotClosable;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ClockKind;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.cases.DismissalReason;
import cx.slinga.cases.DueReason;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.web.shared.Words;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

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

  /** What shows the case but is not typed into. */
  private static final List<String> SHOWN =
      List.of(
          "heading",
          "clocks",
          "contactShown",
          "analysisShown",
          "planShown",
          "owner",
          "missing",
          "timeline");

  private static final List<CaseState> PATH =
      List.of(
          CaseState.OPEN,
          CaseState.IN_CONTACT,
          CaseState.ANALYSED,
          CaseState.ACTING,
          CaseState.RESOLVED,
          CaseState.CLOSED);

  /**
   * A state on the way.
   *
   * @param css {@code done}, {@code now} or empty
   */
  public record Step(CaseState state, String css) {}

  @Inject private CaseQueries cases;
  @Inject private CaseService caseService;
  @Inject private AnalysisService analysisService;
  @Inject private ActionService actionService;
  @Inject private ActionQueries actionQueries;
  @Inject private CauseQueries causeQueries;
  @Inject private OrganisationQueries organisation;
  @Inject private JourneyQueries journey;
  @Inject private CurrentUser currentUser;
  @Inject private CaseWords caseWords;
  @Inject private Words words;
  @Inject private Clock clock;

  private String number = "";
  private long seenVersion;
  private Instant seenAt = Instant.EPOCH;
  private ContactForm contact = new ContactForm();
  private AnalysisForm analysis = new AnalysisForm(null, null, null, List.of());
  private ActionForm action = new ActionForm("");
  private VerdictForm verdict = new VerdictForm("");

  private transient @Nullable CaseDetails details;
  private transient @Nullable Caller caller;
  private transient @Nullable Boolean workable;
  private transient @Nullable List<ActionRow> plan;
  private transient @Nullable List<PersonRow> people;
  private transient @Nullable List<TouchpointRow> touchpoints;
  private transient @Nullable List<CauseRow> causes;
  private transient @Nullable List<TimelineItem> timeline;
  private transient @Nullable List<CaseRow> others;

  /** Reads the case named in the URL and fills the forms. */
  public void load() {
    CaseDetails read = look();
    CaseRow row = read.row();
    analysis = analysisOf(read);
    action = new ActionForm(row.ownerUsername());
    verdict = new VerdictForm(row.ownerUsername());
  }

  private CaseDetails look() {
    forget();
    CaseDetails read = getDetails();
    seenVersion = read.row().version();
    seenAt = read.timeline().isEmpty() ? read.row().openedAt() : read.timeline().get(0).at();
    return read;
  }

  private void forget() {
    details = null;
    workable = null;
    plan = null;
    causes = null;
    timeline = null;
    others = null;
  }

  private AnalysisForm analysisOf(CaseDetails read) {
    CaseRow row = read.row();
    String caused = row.causeTouchpoint();
    String causeKey =
        getTouchpoints().stream()
            .filter(t -> t.name().equals(caused))
            .map(TouchpointRow::key)
            .findFirst()
            .orElse(row.symptomKey());
    return new AnalysisForm(row.symptomKey(), causeKey, row.causeId(), read.whys());
  }

  // what is done

  /** Logs an attempt to contact the customer. */
  public void logContact() {
    if (done(
        caseWords.say("said.contacted", number),
        () ->
            caseService.contact(
                number, seenVersion, contact.getChannel(), contact.getOutcome(), contact.getNote()),
        "contactDo")) {
      contact = new ContactForm();
    }
  }

  /** Makes room for one why more. */
  public void anotherWhy() {
    analysis.anotherWhy();
  }

  /** Names the root cause. */
  public void nameCause() {
    if (done(
        caseWords.say("said.analysed", number),
        () -> analysisService.nameCause(analysis.command(number, seenVersion)),
        "analysisDo")) {
      analysis = analysisOf(getDetails());
    }
  }

  /** Adds an action to the plan. */
  public void addAction() {
    LocalDate deadline = action.getDeadline();
    if (deadline == null) {
      throw new IllegalStateException("the form requires a deadline");
    }
    if (done(
        caseWords.say("said.planned", number),
        () ->
            actionService.add(
                new AddAction(
                    number,
                    seenVersion,
                    action.getTitle(),
                    action.getKind(),
                    action.getOwner(),
                    deadline)),
        "planDo")) {
      action = new ActionForm(getRow().ownerUsername());
    }
  }

  /** The action is done. */
  public void complete(ActionRow row) {
    done(caseWords.say("said.done", row.title()), () -> end(row, true));
  }

  /** The action will not be done. */
  public void cancel(ActionRow row) {
    done(caseWords.say("said.cancelled", row.title()), () -> end(row, false));
  }

  private void end(ActionRow row, boolean completed) {
    if (completed) {
      actionService.complete(row.id(), row.version());
    } else {
      actionService.cancel(row.id(), row.version());
    }
  }

  /** Gives the case to another owner. */
  public void assign() {
    String to = verdict.getOwner();
    done(caseWords.say("said.assigned", number), () -> caseService.assign(number, seenVersion, to));
  }

  /** It is solved for the customer. */
  public void resolve() {
    done(
        caseWords.say("said.resolved", number),
        () -> caseService.resolve(number, seenVersion),
        "planDo");
  }

  /** Ends the follow-up; refused while anything is missing. */
  public void close() {
    done(
        caseWords.say("said.closed", number),
        () -> caseService.close(number, seenVersion),
        "contactDo",
        "analysisDo",
        "planDo");
  }

  /** Takes the case up again. */
  public void reopen() {
    if (done(
        caseWords.say("said.reopened", number),
        () -> caseService.reopen(number, seenVersion, verdict.getReason()),
        "contactDo",
        "analysisDo",
        "planDo")) {
      verdict = new VerdictForm(getRow().ownerUsername());
    }
  }

  /** Ends the follow-up of what is no complaint. */
  public void dismiss() {
    if (done(
        caseWords.say("said.dismissed", number),
        () -> caseService.dismiss(number, seenVersion, verdict.getDismissal(), verdict.getNote()),
        "contactDo",
        "analysisDo",
        "planDo")) {
      verdict = new VerdictForm(getRow().ownerUsername());
    }
  }

  /**
   * One verb. A refusal goes to the handler of all screens, but two kinds need this screen's help:
   * what somebody else changed must be shown before it can be saved over, and a case that cannot be
   * closed yet is told point by point.
   *
   * @param forms parts with inputs that the success begins anew
   */
  private boolean done(String said, Runnable verb, String... forms) {
    try {
      verb.run();
    } catch (ChangedMeanwhileException meanwhile) {
      showWhatChanged();
      return false;
    } catch (CaseNotClosable refusal) {
      refusal.missing().forEach(point -> say(FacesMessage.SEVERITY_ERROR, missingText(point)));
      FacesContext.getCurrentInstance().validationFailed();
      return false;
    }
    look();
    say(FacesMessage.SEVERITY_INFO, said);
    PrimeFaces.current().ajax().update(SHOWN);
    PrimeFaces.current().ajax().update(forms);
    return true;
  }

  private String missingText(ClosingPoint point) {
    return caseWords.say("close.refused", number, caseWords.closingPoint(point));
  }

  private void showWhatChanged() {
    Instant before = seenAt;
    CaseDetails now = look();
    List<String> changes = timelineWords().since(now, before);
    String who =
        changes.isEmpty()
            ? caseWords.say("changed.somehow", number)
            : caseWords.say("changed.by", number, String.join("; ", changes));
    say(FacesMessage.SEVERITY_WARN, who);
    FacesContext.getCurrentInstance().validationFailed();
    PrimeFaces.current().ajax().update(SHOWN);
    PrimeFaces.current().scrollTo("body");
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
  }

  // what is shown

  /** The case with everything that is known of it. */
  public CaseDetails getDetails() {
    CaseDetails known = details;
    if (known == null) {
      known = cases.details(caller().cases(), number);
      details = known;
    }
    return known;
  }

  /** The case as lists show it. */
  public CaseRow getRow() {
    return getDetails().row();
  }

  private Caller caller() {
    Caller known = caller;
    if (known == null) {
      known = currentUser.get();
      caller = known;
    }
    return known;
  }

  /** Where it was felt, else where it was caused, else the survey. */
  public String getTitle() {
    CaseRow row = getRow();
    return row.symptom() != null
        ? row.symptom()
        : row.causeTouchpoint() != null ? row.causeTouchpoint() : getDetails().surveyName();
  }

  /** The states on the way, those behind and the one now. */
  public List<Step> getPath() {
    CaseState now = getRow().state();
    if (now == CaseState.DISMISSED) {
      return List.of(new Step(CaseState.OPEN, "done"), new Step(now, "now"));
    }
    List<Step> steps = new ArrayList<>();
    int at = now == CaseState.REOPENED ? 0 : PATH.indexOf(now);
    for (int i = 0; i < PATH.size(); i++) {
      CaseState state = i == 0 && now == CaseState.REOPENED ? now : PATH.get(i);
      steps.add(new Step(state, i < at ? "done" : i == at ? "now" : ""));
    }
    return steps;
  }

  /** The three clocks as a drawing. */
  public ClockBar getClocks() {
    return ClockBar.of(getRow(), getDetails().calendar(), clock.instant(), this::clockLines);
  }

  private List<String> clockLines(ClockKind kind) {
    CaseRow row = getRow();
    Instant due = due(kind);
    Instant done = stopped(kind);
    List<String> lines = new ArrayList<>();
    String name = caseWords.text("clock." + kind);
    boolean runs = done != null || row.state().isActive();
    lines.add(
        !runs
            ? name
            : caseWords.say(
                done == null && due.isAfter(clock.instant()) ? "clock.left" : "clock.is",
                name,
                caseWords.within(words.clock(due, done, false))));
    lines.add(caseWords.say("clock.due", words.dateTime(due)));
    if (done != null) {
      boolean stated = kind == ClockKind.CONTACT && row.contactOutcome() != ContactOutcome.REACHED;
      String key = stated ? "clock.done.stated" : "clock.done." + kind;
      lines.add(caseWords.say(key, words.dateTime(done)));
    } else if (kind == ClockKind.RESOLUTION && row.actionsOpen() > 0) {
      lines.add(caseWords.say("actions.open", row.actionsOpen()));
    }
    return lines;
  }

  private Instant due(ClockKind kind) {
    CaseRow row = getRow();
    return switch (kind) {
      case CONTACT -> row.contactDueAt();
      case ANALYSIS -> row.analysisDueAt();
      case RESOLUTION -> row.resolutionDueAt();
    };
  }

  private @Nullable Instant stopped(ClockKind kind) {
    CaseRow row = getRow();
    return switch (kind) {
      case CONTACT -> row.contactedAt();
      case ANALYSIS -> row.analysedAt();
      case RESOLUTION -> row.resolvedAt();
    };
  }

  /** The drawing in one sentence, for who cannot see it. */
  public String getClocksSaid() {
    return getClocks().marks().stream()
        .map(mark -> String.join(", ", mark.lines()))
        .collect(Collectors.joining(". "));
  }

  /** Now, for the drawing. */
  public Instant getNow() {
    return clock.instant();
  }

  /** Why the clock that counts is due when it is: the running one, else the last. */
  public @Nullable DueReason getReason() {
    List<DueReason> reasons = getDetails().dueReasons();
    ClockKind next = getRow().nextClock();
    return reasons.stream()
        .filter(reason -> reason.clock() == (next == null ? ClockKind.RESOLUTION : next))
        .findFirst()
        .orElse(null);
  }

  /** The plan, in the order of its making. */
  public List<ActionRow> getPlan() {
    List<ActionRow> known = plan;
    if (known == null) {
      known = actionQueries.plan(caller().cases(), number);
      plan = known;
    }
    return known;
  }

  /** How many actions have ended, done or cancelled. */
  public long getEndedActions() {
    return getPlan().stream().filter(row -> row.state() != ActionState.OPEN).count();
  }

  /** What happened, newest first. */
  public List<TimelineItem> getTimeline() {
    List<TimelineItem> known = timeline;
    if (known == null) {
      known = timelineWords().of(getDetails(), clock.instant());
      timeline = known;
    }
    return known;
  }

  private Timeline timelineWords() {
    return new Timeline(
        caseWords,
        id ->
            people().stream()
                .filter(person -> person.id().value().toString().equals(id))
                .map(PersonRow::name)
                .findFirst()
                .orElse(null));
  }

  /** Others of the same cause, to read side by side; at most two. */
  public List<CaseRow> getOthers() {
    List<CaseRow> known = others;
    if (known == null) {
      known = readOthers();
      others = known;
    }
    return known;
  }

  private List<CaseRow> readOthers() {
    CaseRow row = getRow();
    if (row.causeId() == null) {
      return List.of();
    }
    String cause = row.causeId().toString();
    return cases
        .list(
            caller().cases(),
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
    return people().stream()
        .filter(person -> person.username().equals(getRow().ownerUsername()))
        .findFirst()
        .orElse(null);
  }

  private List<PersonRow> people() {
    List<PersonRow> known = people;
    if (known == null) {
      known = organisation.owners();
      people = known;
    }
    return known;
  }

  // what may be chosen

  /** Everybody who can own an action. */
  public List<PersonRow> getPeople() {
    return people();
  }

  /** To whom this person may give the case: a head gives within the own departments. */
  public List<PersonRow> getNewOwners() {
    if (caller().is(Roles.CX_OWNER)) {
      return people();
    }
    Set<String> own =
        organisation.departments().stream()
            .filter(department -> caller().departments().contains(department.id()))
            .map(DepartmentRow::name)
            .collect(Collectors.toSet());
    return people().stream()
        .filter(person -> person.departments().stream().anyMatch(own::contains))
        .toList();
  }

  /** All touchpoints, in the order of the journey. */
  public List<TouchpointRow> getTouchpoints() {
    List<TouchpointRow> known = touchpoints;
    if (known == null) {
      known = journey.touchpoints();
      touchpoints = known;
    }
    return known;
  }

  /** Root causes to choose from, those of the touchpoint first. */
  public List<CauseRow> getCauses() {
    List<CauseRow> known = causes;
    if (known == null) {
      known = causeQueries.suggestions(getRow().symptomKey());
      causes = known;
    }
    return known;
  }

  /** Ways to contact. */
  public ContactChannel[] getChannels() {
    return ContactChannel.values();
  }

  /** What can come of a contact. */
  public ContactOutcome[] getOutcomes() {
    return ContactOutcome.values();
  }

  /** What an action can be for. */
  public ActionKind[] getKinds() {
    return ActionKind.values();
  }

  /** Why a case is not followed up. */
  public DismissalReason[] getDismissals() {
    return DismissalReason.values();
  }

  /** The first day that a deadline can be. */
  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
  }

  // what this person may do: it hides, the services protect

  private boolean works() {
    Boolean known = workable;
    if (known == null) {
      known = cases.lies(caller().workable(), number);
      workable = known;
    }
    return known;
  }

  /** Contact, analyse and plan. */
  public boolean isWork() {
    return works() && !getRow().state().isEnded();
  }

  /** End this action: its owner, and whoever works on the case. */
  public boolean mayEnd(ActionRow row) {
    return row.state() == ActionState.OPEN
        && !getRow().state().isEnded()
        && (works() || row.ownerUsername().equals(caller().username()));
  }

  /** Give to another owner. */
  public boolean isAssign() {
    return isWork() && (caller().is(Roles.CX_OWNER) || caller().is(Roles.DEPARTMENT_HEAD));
  }

  /** Say that it is no complaint. */
  public boolean isDismiss() {
    return isAssign();
  }

  /** Say that it is solved. */
  public boolean isResolve() {
    return works() && getRow().state().isActive();
  }

  /** Close: offered once it is resolved. */
  public boolean isClose() {
    return caller().is(Roles.CX_OWNER) && getRow().state() == CaseState.RESOLVED;
  }

  /** Take up again. */
  public boolean isReopen() {
    return caller().is(Roles.CX_OWNER) && !getRow().state().isActive();
  }

  // forms

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number == null ? "" : number.strip();
  }

  public ContactForm getContact() {
    return contact;
  }

  public AnalysisForm getAnalysis() {
    return analysis;
  }

  public ActionForm getAction() {
    return action;
  }

  public VerdictForm getVerdict() {
    return verdict;
  }
}
