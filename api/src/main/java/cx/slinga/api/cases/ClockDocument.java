package cx.slinga.api.cases;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ClockSegment;
import cx.slinga.clocks.DueReason;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.clocks.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One clock of a case, with all that its due time follows from. */
@Schema(name = "Clock")
public record ClockDocument(
    ClockKind clock,
    SegmentState state,
    @Schema(description = "When it is due; while paused, when it would be had it run on")
        Instant dueAt,
    @Nullable Instant stoppedAt,
    int amount,
    AllowanceUnit unit,
    @Schema(description = "Working minutes that counted so far") long usedMinutes,
    int policyVersion,
    @Schema(description = "Holidays between its beginning and its due time") List<Holiday> holidays,
    @Schema(description = "What it did, the oldest first") List<Segment> segments) {

  /** A day that does not count. */
  @Schema(name = "ClockHoliday")
  public record Holiday(LocalDate date, String name) {}

  /** What it did from one moment on. */
  @Schema(name = "ClockSegment")
  public record Segment(
      SegmentState state,
      Instant from,
      SegmentReason reason,
      @Nullable String note,
      Severity severity,
      int policyVersion) {}

  static ClockDocument of(DueReason reason) {
    return new ClockDocument(
        reason.clock(),
        reason.state(),
        reason.due(),
        reason.stoppedAt(),
        reason.allowance().amount(),
        reason.allowance().unit(),
        reason.used().toMinutes(),
        reason.policyVersion(),
        reason.closedDays().stream().map(day -> new Holiday(day.date(), day.holiday())).toList(),
        reason.segments().stream().map(ClockDocument::segment).toList());
  }

  private static Segment segment(ClockSegment segment) {
    return new Segment(
        segment.state(),
        segment.from(),
        segment.reason(),
        segment.note(),
        segment.severity(),
        segment.policyVersion());
  }
}
