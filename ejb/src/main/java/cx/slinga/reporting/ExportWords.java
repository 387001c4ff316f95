package cx.slinga.reporting;

import cx.slinga.cases.CaseState;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a workbook in its reader's language; those of a row are looked up once. */
final class ExportWords {
  private final Locale locale;
  private final Map<CaseState, String> states = new EnumMap<>(CaseState.class);
  private final Map<Severity, String> severities = new EnumMap<>(Severity.class);
  private final Map<ContactOutcome, String> outcomes = new EnumMap<>(ContactOutcome.class);
  private final String yes;
  private final String no;

  ExportWords(Locale locale) {
    this.locale = locale;
    for (CaseState state : CaseState.values()) {
      states.put(state, Messages.text(locale, "state." + state, List.of()));
    }
    for (Severity severity : Severity.values()) {
      severities.put(severity, Messages.text(locale, "severity." + severity, List.of()));
    }
    for (ContactOutcome outcome : ContactOutcome.values()) {
      outcomes.put(outcome, Messages.text(locale, "outcome." + outcome, List.of()));
    }
    yes = text("yes");
    no = text("no");
  }

  String text(String key, Object... args) {
    return Messages.text(locale, "export." + key, List.of(args));
  }

  String of(CaseState state) {
    return states.getOrDefault(state, state.name());
  }

  String of(Severity severity) {
    return severities.getOrDefault(severity, severity.name());
  }

  String of(ContactOutcome outcome) {
    return outcomes.getOrDefault(outcome, outcome.name());
  }

  String of(boolean answer) {
    return answer ? yes : no;
  }
}
