package cx.slinga.cases;

import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a case. Fired inside the transaction; goes to the record and to the timeline.
 */
public sealed interface CaseEvent extends DomainEvent {
  String number();

  @Override
  default String objectType() {
    return "case";
  }

  @Override
  default String objectId() {
    return number();
  }

  /** Given to another owner. */
  record Assigned(String number, UUID before, UUID after) implements CaseEvent {
    @Override
    public String verb() {
      return "case.assigned";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("owner", Change.of(before, after));
    }
  }

  /** An attempt to contact the customer was logged. */
  record Contacted(
      String number,
      CaseState before,
      CaseState after,
      ContactChannel channel,
      ContactOutcome outcome)
      implements CaseEvent {
    @Override
    public String verb() {
      return "case.contacted";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of(
          "state", Change.of(before, after),
          "channel", Change.to(channel),
          "outcome", Change.to(outcome));
    }
  }

  /** A root cause was named, or another one than before. */
  record Analysed(
      String number,
      CaseState before,
      CaseState after,
      @Nullable UUID causeBefore,
      UUID causeAfter,
      UUID causeTouchpoint)
      implements CaseEvent {
    @Override
    public String verb() {
      return "case.analysed";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of(
          "state", Change.of(before, after),
          "cause", Change.of(causeBefore, causeAfter),
          "causeTouchpoint", Change.to(causeTouchpoint));
    }
  }

  /** An action was added to, ended in or taken back into the plan. */
  record PlanChanged(
      String number, CaseState before, CaseState after, int openBefore, int openAfter)
      implements CaseEvent {
    @Override
    public String verb() {
      return "case.plan-changed";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of(
          "state", Change.of(before, after), "actionsOpen", Change.of(openBefore, openAfter));
    }
  }

  /** Its clocks wait for somebody else. */
  record Paused(String number, PauseReason reason) implements CaseEvent {
    @Override
    public String verb() {
      return "case.paused";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("pause", Change.to(reason));
    }
  }

  /** Its clocks run on. */
  record Resumed(String number, PauseReason reason) implements CaseEvent {
    @Override
    public String verb() {
      return "case.resumed";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("pause", Change.of(reason, null));
    }
  }

  /** Taken more or less seriously. */
  record SeverityChanged(String number, Severity before, Severity after) implements CaseEvent {
    @Override
    public String verb() {
      return "case.severity-changed";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("severity", Change.of(before, after));
    }
  }

  /** The customer was asked again after the closing. */
  record AskedAgain(String number, UUID resurvey) implements CaseEvent {
    @Override
    public String verb() {
      return "case.asked-again";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("resurvey", Change.to(resurvey));
    }
  }

  /** What the customer would recommend now is known. */
  record Recovered(String number, @Nullable Short before, int after) implements CaseEvent {
    @Override
    public String verb() {
      return "case.recovery-scored";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("recoveredScore", Change.of(before, after));
    }
  }

  /**
   * Taken up again.
   *
   * @param reopening which one; why, in words, is kept beside the record
   * @param score the customer's new score, where that was the reason
   */
  record Reopened(
      String number, CaseState before, CaseState after, UUID reopening, @Nullable Integer score)
      implements CaseEvent {
    /** Reason in the record of a case that a negative answer opened again. */
    private static final String NEGATIVE_AGAIN = "NEGATIVE_AGAIN";

    @Override
    public String verb() {
      return "case.reopened";
    }

    @Override
    public Map<String, Change> changes() {
      return score == null
          ? Map.of("state", Change.of(before, after), "reopening", Change.to(reopening))
          : Map.of(
              "state", Change.of(before, after),
              "reopening", Change.to(reopening),
              "reason", Change.to(NEGATIVE_AGAIN),
              "score", Change.to(score));
    }
  }

  /** Moved to a new state without more to say. */
  record Moved(
      String verb, String number, CaseState before, CaseState after, @Nullable String reason)
      implements CaseEvent {
    @Override
    public Map<String, Change> changes() {
      return reason == null
          ? Map.of("state", Change.of(before, after))
          : Map.of("state", Change.of(before, after), "reason", Change.to(reason));
    }
  }
}
