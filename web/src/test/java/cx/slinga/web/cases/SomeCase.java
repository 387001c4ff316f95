package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as tests need it; opened Wednesday 16 May 2018, resolution due Friday 8 June. */
final class SomeCase {
  static final Instant OPENED = Instant.parse("2018-05-16T07:12:00Z");
  static final Instant CONTACT_DUE = Instant.parse("2018-05-18T13:12:00Z");
  static final Instant ANALYSIS_DUE = Instant.parse("2018-05-24T12:37:00Z");
  static final Instant RESOLUTION_DUE = Instant.parse("2018-06-08T12:37:00Z");

  private SomeCase() {}

  static CaseRow row(
      CaseState state,
      @Nullable Instant contacted,
      @Nullable Instant analysed,
      @Nullable Instant resolved,
      int actions,
      int open) {
    return row(state, contacted, analysed, resolved, null, actions, open);
  }

  /** An untouched one that waits for somebody else. */
  static CaseRow paused(Instant since) {
    return row(CaseState.OPEN, null, null, null, since, 0, 0);
  }

  private static CaseRow row(
      CaseState state,
      @Nullable Instant contacted,
      @Nullable Instant analysed,
      @Nullable Instant resolved,
      @Nullable Instant paused,
      int actions,
      int open) {
    return new CaseRow(
        UUID.randomUUID(),
        "SL-2018-000210",
        1,
        state,
        Severity.HIGH,
        4,
        "Hard to find",
        List.of(),
        "karin",
        "Karin",
        "signs-roads",
        "Signs on the roads",
        "Ground transport",
        null,
        null,
        analysed == null ? null : UUID.randomUUID(),
        analysed == null ? null : "Terminal and gate are hard to find",
        false,
        OPENED,
        LocalDate.of(2018, 5, 15),
        CONTACT_DUE,
        contacted,
        contacted == null || state == CaseState.REOPENED ? null : ContactOutcome.REACHED,
        ANALYSIS_DUE,
        analysed,
        RESOLUTION_DUE,
        resolved,
        null,
        null,
        null,
        paused,
        paused == null ? null : PauseReason.CUSTOMER,
        actions,
        open,
        "sfo-2018",
        null,
        null,
        null,
        0,
        0);
  }
}
