package cx.slinga.web.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.TimeBlock;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.clocks.DueReason;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.web.shared.Languages;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a clock is due when it is, in words: what was promised, which days, which pauses. */
@Named
@RequestScoped
public class WhyWords {
  @Inject private Words words;
  @Inject private CaseWords caseWords;

  /** One step of the reckoning: what it came to, and why. */
  public record Step(String result, String reason) {}

  /** The whole reckoning of one clock. */
  public record Why(String clock, List<Step> steps) {}

  private record Event(Instant at, Step step) {}

  Why why(DueReason reason, CalendarKey calendar) {
    DueReason.Promise first = reason.promised();
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            caseWords.allowance(first.allowance()),
            caseWords.say(
                "why.promise",
                caseWords.text("severity." + first.severity()),
                first.policyVersion(),
                caseWords.text(reason.anew() ? "why.reopened" : "why.opened"),
                words.dateTime(reason.from()),
                caseWords.text("calendar." + calendar),
                hours(first.hours()))));
    boolean changed = !reason.pauses().isEmpty() || !reason.changes().isEmpty();
    String days = caseWords.closed(first.hours(), first.closedDays(), calendar);
    if (changed) {
      steps.add(new Step(words.dateTime(reason.firstDue()), caseWords.say("why.firstDue", days)));
    }
    events(reason, calendar).forEach(event -> steps.add(event.step()));
    steps.add(last(reason, changed ? null : days));
    return new Why(caseWords.text("clock." + reason.clock()), List.copyOf(steps));
  }

  private List<Event> events(DueReason reason, CalendarKey calendar) {
    List<Event> events = new ArrayList<>();
    reason.pauses().forEach(pause -> events.add(new Event(pause.from(), step(pause))));
    reason.changes().forEach(change -> events.add(new Event(change.at(), step(change, calendar))));
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private Step step(DueReason.Pause pause) {
    String why = caseWords.text("pause.for." + pause.reason());
    String who = pause.by() == null ? "" : " (" + pause.by() + ")";
    String note = pause.note() == null ? "" : ": " + pause.note();
    return pause.to() == null
        ? new Step(
            caseWords.text("why.waits"),
            caseWords.say("why.pausedSince", words.dateTime(pause.from()), why + who + note))
        : new Step(
            "+ " + span(pause.working()),
            caseWords.say(
                    "why.paused",
                    words.dateTime(pause.from()),
                    words.dateTime(pause.to()),
                    why + who)
                + note);
  }

  private Step step(DueReason.Change change, CalendarKey calendar) {
    DueReason.Promise now = change.promise();
    String who = change.by() == null ? "" : " (" + change.by() + ")";
    List<String> said = new ArrayList<>();
    said.add(
        change.reason() == SegmentReason.SEVERITY_CHANGED
            ? caseWords.say(
                "why.severity",
                caseWords.text("severity." + change.severity()),
                words.dateTime(change.at()) + who)
            : caseWords.say(
                "why.version", change.policyVersion(), words.dateTime(change.at()) + who));
    if (change.otherHours()) {
      said.add(
          caseWords.say("why.hours", hours(now.hours()))
              + " "
              + caseWords.closed(now.hours(), now.closedDays(), calendar));
    } else if (!now.closedDays().isEmpty()) {
      said.add(caseWords.say("why.holidays", caseWords.holidays(now.closedDays())));
    }
    said.add(caseWords.say("why.used", span(change.used())));
    said.add(caseWords.say("why.changedDue", words.dateTime(change.due())));
    return new Step(caseWords.allowance(now.allowance()), String.join(" ", said));
  }

  private Step last(DueReason reason, @Nullable String days) {
    String name = caseWords.text("clock." + reason.clock());
    String before = days == null ? "" : days + " ";
    Instant stopped = reason.stoppedAt();
    if (reason.state() == SegmentState.PAUSED) {
      return new Step(
          words.dateTime(reason.due()), before + caseWords.say("why.dueWhilePaused", name));
    }
    return new Step(
        words.dateTime(reason.due()),
        before
            + (stopped == null
                ? caseWords.say("why.due", name, span(reason.used()))
                : caseWords.say(
                    "why.stopped", name, words.dateTime(stopped), span(reason.used()))));
  }

  /** Working time in hours: working days differ in length. */
  private String span(Duration working) {
    return working.toHours() > 0
        ? words.shared(
            "duration.hoursMinutes", working.toHours(), "%02d".formatted(working.toMinutesPart()))
        : words.shared("duration.minutes", working.toMinutes());
  }

  /** Mon–Thu 08–12, 13–17; Fri 08–15. */
  public String hours(WorkingCalendar calendar) {
    Map<DayOfWeek, List<TimeBlock>> week = calendar.week();
    List<String> groups = new ArrayList<>();
    DayOfWeek first = null;
    for (DayOfWeek day : DayOfWeek.values()) {
      List<TimeBlock> blocks = week.get(day);
      if (blocks == null) {
        first = null;
        continue;
      }
      if (first == null || !blocks.equals(week.get(day.minus(1)))) {
        first = day;
      }
      boolean more = day != DayOfWeek.SUNDAY && blocks.equals(week.get(day.plus(1)));
      if (!more) {
        groups.add(
            (first == day ? name(day) : name(first) + "–" + name(day))
                + " "
                + blocks.stream().map(WhyWords::block).collect(Collectors.joining(", ")));
      }
    }
    return String.join("; ", groups);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT_STANDALONE, Languages.formats(locale()))
        .replace(".", "");
  }

  private static String block(TimeBlock block) {
    return time(block.from())
        + "–"
        + (block.to().equals(LocalTime.MIDNIGHT) ? "24" : time(block.to()));
  }

  private static String time(LocalTime time) {
    return time.getMinute() == 0 ? "%02d".formatted(time.getHour()) : time.toString();
  }

  private static Locale locale() {
    return Objects.requireNonNull(FacesContext.getCurrentInstance()).getViewRoot().getLocale();
  }
}
