package cx.slinga.web.rules;

import cx.slinga.journey.JourneyQueries;
import cx.slinga.rules.RuleQueries;
import cx.slinga.rules.RuleValues;
import cx.slinga.rules.Scales;
import cx.slinga.rules.SeverityStep;
import cx.slinga.rules.Subject;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the inputs of the rule editor offer. */
@Named
@RequestScoped
public class RuleChoices {
  @Inject private RuleQueries rules;
  @Inject private JourneyQueries journey;
  @Inject private RuleWords ruleWords;

  private final Map<Subject, List<Choice>> known = new EnumMap<>(Subject.class);
  private @Nullable RuleValues values;

  /** What may be asked, in the reader's language. */
  public List<Choice> subjects(RuleList list, @Nullable Scales scales) {
    return list.getSubjects().stream()
        .filter(subject -> asked(subject, scales))
        .map(subject -> new Choice(subject.name(), ruleWords.text("subject." + subject)))
        .toList();
  }

  private static boolean asked(Subject subject, @Nullable Scales scales) {
    if (scales == null) {
      return true;
    }
    return subject.isBand()
        ? scales.of(subject) != null
        : subject != Subject.PROBLEM || scales.problem();
  }

  /** The numbers of a scale that do not take in everybody. */
  public List<Choice> numbers(Subject band, Scales scales) {
    Scales.Scale scale = scales.of(band);
    return scale == null
        ? List.of()
        : IntStream.range(scale.from(), scale.to())
            .mapToObj(
                number -> new Choice(Integer.toString(number), ruleWords.say("orLower", number)))
            .toList();
  }

  /** What there is to choose, and what was chosen though it is not there any more. */
  public List<Choice> values(ConditionForm condition) {
    Subject subject = condition.getSubject();
    Set<Choice> choices = new LinkedHashSet<>(known.computeIfAbsent(subject, this::values));
    Stream.of(condition.getChosen())
        .map(value -> new Choice(value, ruleWords.value(subject, value)))
        .forEach(choices::add);
    return new ArrayList<>(choices);
  }

  /** The severities and the step up. */
  public SeverityStep[] getSteps() {
    return new SeverityStep[] {
      SeverityStep.CRITICAL, SeverityStep.HIGH, SeverityStep.NORMAL, SeverityStep.RAISE
    };
  }

  private List<Choice> values(Subject subject) {
    return switch (subject) {
      case TOUCHPOINT ->
          journey.touchpoints().stream().map(t -> new Choice(t.key(), t.name())).toList();
      case CUSTOMER_VALUE -> words(subject, List.of("HIGH", "NORMAL", "LOW"));
      case CHURN_STATE -> words(subject, List.of("AT_RISK", "LOST", "WON_BACK", "ACTIVE"));
      case SEGMENT -> words(subject, seen().segments());
      case CUSTOMER_SEGMENT -> words(subject, seen().customerSegments());
      case LANGUAGE -> words(subject, seen().languages());
      case CHANNEL -> words(subject, seen().channels());
      default -> List.of();
    };
  }

  private List<Choice> words(Subject subject, List<String> all) {
    return all.stream().map(value -> new Choice(value, ruleWords.value(subject, value))).toList();
  }

  private RuleValues seen() {
    RuleValues read = values;
    if (read == null) {
      read = rules.values();
      values = read;
    }
    return read;
  }
}
