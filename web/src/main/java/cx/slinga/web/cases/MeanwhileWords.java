package cx.slinga.web.cases;

import cx.slinga.cases.CaseChange;
import cx.slinga.cases.TimelineEntry;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says who changed what, in the reader's words. */
@Named
@RequestScoped
public class MeanwhileWords {
  private static final int RECENT_MINUTES = 120;

  /** Fields whose values are constants, with the beginning of the keys of their words. */
  private static final Map<String, String> CONSTANTS =
      Map.of(
          "state", "state.",
          "severity", "severity.",
          "channel", "channel.",
          "outcome", "outcome.",
          "reason", "dismissal.");

  /** Fields that are told, each with a name in the bundle. */
  private static final Set<String> TOLD =
      Set.of(
          "state",
          "owner",
          "severity",
          "cause",
          "causeTouchpoint",
          "actionsOpen",
          "recoveredScore");

  @Inject private CaseWords caseWords;
  @Inject private Words words;
  @Inject private Clock clock;

  /** The changes for the screen. */
  Meanwhile of(List<CaseChange> changes, Timeline timeline) {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String source = parameters.getOrDefault("jakarta.faces.source", "");
    return new Meanwhile(
        changes.stream()
            .map(
                change ->
                    new Meanwhile.Change(
                        change.at(), change.by(), sentence(change, timeline), told(change)))
            .toList(),
        source.matches("[A-Za-z0-9_:-]*") ? source : "",
        Meanwhile.typed(parameters.keySet(), source));
  }

  private String sentence(CaseChange change, Timeline timeline) {
    String said = timeline.sentence(entry(change), change.fewerOpen());
    TimelineEntry.About about = change.about();
    return about == null ? said : caseWords.say("meanwhile.about", said, about.name());
  }

  private static TimelineEntry entry(CaseChange change) {
    Map<String, String> facts = new LinkedHashMap<>();
    change
        .fields()
        .forEach(
            field -> {
              if (field.after() != null) {
                facts.put(field.name(), field.after());
              }
            });
    return new TimelineEntry(change.at(), change.by(), change.verb(), facts, null, change.about());
  }

  private List<String> told(CaseChange change) {
    return change.fields().stream()
        .filter(field -> TOLD.contains(field.name()))
        .map(
            field ->
                caseWords.say(
                    "meanwhile.field",
                    caseWords.text("meanwhile." + field.name()),
                    value(field.name(), field.before()),
                    value(field.name(), field.after())))
        .toList();
  }

  private String value(String name, @Nullable String value) {
    if (value == null) {
      return caseWords.text("meanwhile.none");
    }
    String key = CONSTANTS.getOrDefault(name, "") + value;
    return CONSTANTS.containsKey(name) && caseWords.knows(key) ? caseWords.text(key) : value;
  }

  /** Kaj saved this 2 minutes ago. */
  public String title(Meanwhile.Change change) {
    Instant at = change.at();
    long minutes = Duration.between(at, clock.instant()).toMinutes();
    return minutes <= RECENT_MINUTES
        ? caseWords.say("meanwhile.title", change.by(), Math.max(0, minutes))
        : caseWords.say("meanwhile.title.at", change.by(), words.dateTime(at));
  }
}
