package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.cases.ClockService;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.cases.ContactRow;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.DueReason;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import cx.slinga.web.shared.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The time of a case: its three clocks as one bar, why each is due when it is, and what can be done
 * about time: pause, resume, take more or less seriously.
 */
@Named
@ViewScoped
public class ClocksPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private ClockService clockService;
  @Inject private CaseWords caseWords;
  @Inject private WhyWords whyWords;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable PauseReason reason;
  private String note = "";
  private @Nullable Severity severity;

  // what is done

  /** The case waits for somebody else. */
  public void pause() {
    PauseReason chosen = reason;
    if (chosen == null) {
      throw new IllegalStateException("the form requires a reason");
    }
    if (casePage.done(
        caseWords.say("said.paused", casePage.getNumber()),
        () -> clockService.pause(casePage.getNumber(), casePage.getSeenVersion(), chosen, note))) {
      reason = null;
      note = "";
    }
  }

  /** The clocks run on. */
  public void resume() {
    casePage.done(
        caseWords.say("said.resumed", casePage.getNumber()),
        () -> clockService.resume(casePage.getNumber(), casePage.getSeenVersion()));
  }

  /** The case is taken more or less seriously. */
  public void changeSeverity() {
    Severity chosen = getSeverity();
    if (casePage.done(
        caseWords.say("said.severity", casePage.getNumber()),
        () ->
            clockService.changeSeverity(casePage.getNumber(), casePage.getSeenVersion(), chosen))) {
      severity = null;
    }
  }

  // what is shown

  /** The three clocks as a drawing. */
  public ClockBar getBar() {
    return casePage.once(
        "bar",
        () ->
            ClockBar.of(
                casePage.getRow(),
                casePage.getDetails().calendar(),
                casePage.getDetails().dueReasons(),
                clock.instant(),
                this::lines));
  }

  private List<String> lines(ClockKind kind) {
    CaseRow row = casePage.getRow();
    Instant due = due(kind);
    Instant done = stopped(kind);
    boolean waits = done == null && row.waits(due);
    List<String> lines = new ArrayList<>();
    String name = caseWords.text("clock." + kind);
    boolean runs = done != null || row.state().isActive();
    lines.add(
        !runs
            ? caseWords.say("clock.is", name, caseWords.text("clock.never"))
            : caseWords.say(
                done == null && !waits && due.isAfter(clock.instant()) ? "clock.left" : "clock.is",
                name,
                caseWords.within(
                    words.clock(
                        due,
                        caseWords.stood(row, due, done),
                        done == null && row.pausedAt() != null))));
    lines.add(
        waits
            ? caseWords.say("clock.waits", words.dateTime(row.pausedAt()))
            : caseWords.say("clock.due", words.dateTime(due)));
    if (done != null) {
      boolean stated = kind == ClockKind.CONTACT && isStated();
      String key = stated ? "clock.done.stated" : "clock.done." + kind;
      lines.add(caseWords.say(key, words.dateTime(done)));
    } else if (kind == ClockKind.RESOLUTION && row.actionsOpen() > 0) {
      lines.add(caseWords.say("actions.open", row.actionsOpen()));
    }
    return lines;
  }

  /** Whether the first clock was stopped by saying why there was no contact. */
  private boolean isStated() {
    return casePage.getDetails().contacts().stream()
        .filter(contact -> contact.outcome().settles())
        .min(Comparator.comparing(ContactRow::at))
        .map(contact -> contact.outcome() != ContactOutcome.REACHED)
        .orElse(false);
  }

  private Instant due(ClockKind kind) {
    CaseRow row = casePage.getRow();
    return switch (kind) {
      case CONTACT -> row.contactDueAt();
      case ANALYSIS -> row.analysisDueAt();
      case RESOLUTION -> row.resolutionDueAt();
    };
  }

  private @Nullable Instant stopped(ClockKind kind) {
    CaseRow row = casePage.getRow();
    return switch (kind) {
      case CONTACT -> row.contactedAt();
      case ANALYSIS -> row.analysedAt();
      case RESOLUTION -> row.resolvedAt();
    };
  }

  /** The drawing in one sentence, for who cannot see it. */
  public String getSaid() {
    return getBar().marks().stream()
        .map(mark -> String.join(", ", mark.lines()))
        .collect(Collectors.joining(". "));
  }

  /** Now, for the drawing. */
  public Instant getNow() {
    return clock.instant();
  }

  /** Why each clock is due when it is: the one that rings next first. */
  public List<WhyWords.Why> getWhys() {
    ClockKind next = casePage.getRow().nextClock();
    ClockKind first = next == null ? ClockKind.RESOLUTION : next;
    return casePage.once(
        "whys",
        () ->
            casePage.getDetails().dueReasons().stream()
                .sorted(Comparator.comparing((DueReason r) -> r.clock() != first))
                .map(r -> whyWords.why(r, casePage.getDetails().calendar()))
                .toList());
  }

  // what may be chosen

  /** For whom or what a case can wait. */
  public PauseReason[] getReasons() {
    return PauseReason.values();
  }

  /** How seriously a case can be taken. */
  public Severity[] getSeverities() {
    return Severity.values();
  }

  // what this person may do: it hides, the service protects

  /** Let it wait. */
  public boolean isPausable() {
    CaseRow row = casePage.getRow();
    return row.pausedAt() == null && row.state().isActive() && casePage.isWork();
  }

  /** Let it run on. */
  public boolean isResumable() {
    return casePage.getRow().pausedAt() != null && casePage.isWork();
  }

  /** Take it more or less seriously. */
  public boolean isWeighable() {
    return casePage.steers();
  }

  // form

  public @Nullable PauseReason getReason() {
    return reason;
  }

  public void setReason(@Nullable PauseReason reason) {
    this.reason = reason;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }

  /** The severity as chosen; until then the present one. */
  public Severity getSeverity() {
    return severity == null ? casePage.getRow().severity() : severity;
  }

  public void setSeverity(@Nullable Severity severity) {
    this.severity = severity;
  }
}
