package cx.slinga.web.rules;

import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.opening.OpeningQueries.Opening;
import cx.slinga.opening.TryOut;
import cx.slinga.rules.Condition;
import cx.slinga.rules.NegativityRule;
import cx.slinga.rules.RoutingRuleRow;
import cx.slinga.rules.SeverityRule;
import cx.slinga.rules.Sharing;
import cx.slinga.rules.Subject;
import cx.slinga.web.shared.Languages;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules in words: {@code NPS 6 or lower}, {@code Signs inside → Wayfinding}. */
@Named
@RequestScoped
public class RuleWords {
  private static final int VALUES = 3;
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject private Words words;
  @Inject private JourneyQueries journey;

  private @Nullable Map<String, String> touchpoints;

  /** A text of the rule screens by key, with its placeholders filled. */
  public String say(String key, Object... args) {
    return words.fill(text(key), args);
  }

  /** A text of the rule screens as it stands. */
  public String text(String key) {
    return texts().getString(key);
  }

  /** The rule's own name, or its conditions. */
  public String name(NegativityRule rule) {
    return rule.name() != null ? rule.name() : conditions(rule.when());
  }

  /** The rule's own name, or its conditions. */
  public String name(SeverityRule rule) {
    return rule.name() != null ? rule.name() : conditions(rule.when());
  }

  /** The rule's own name, or its conditions and where it leads. */
  public String name(RoutingRuleRow rule) {
    String to = rule.personName() != null ? rule.personName() : rule.departmentName();
    return rule.name() != null ? rule.name() : conditions(rule.when()) + " → " + to;
  }

  /** All conditions in one line; every case when there are none. */
  public String conditions(List<Condition> when) {
    return when.isEmpty()
        ? text("condition.every")
        : when.stream()
            .map(this::condition)
            .collect(Collectors.joining(" " + text("condition.and") + " "));
  }

  /** One condition. */
  public String condition(Condition condition) {
    return switch (condition.subject()) {
      case PROBLEM, REPEAT, SENTIMENT -> text("condition." + condition.subject());
      default -> say("condition." + condition.subject(), some(condition));
    };
  }

  /** Who of the department gets it. */
  public String taker(RoutingRuleRow rule) {
    String person = rule.personName();
    return person != null ? person : taker(rule.sharing());
  }

  /** How a team shares. */
  public String taker(Sharing sharing) {
    return text("sharing." + sharing);
  }

  /** Version 4, saved by Cecilia, Mon 16 Nov 10:24; or as it was delivered. */
  public String version(int version, @Nullable String by, @Nullable Instant at) {
    String says = say("version", version);
    return by == null ? says : say("version.saved", says, by, words.dateTime(at));
  }

  /** What was chosen, in short. */
  public String chosen(ConditionForm condition) {
    List<String> values = condition.values();
    return values.isEmpty()
        ? text("rule.choose")
        : values.size() <= VALUES
            ? values.stream()
                .map(value -> value(condition.getSubject(), value))
                .collect(Collectors.joining(", "))
            : say("rule.chosen", values.size());
  }

  /** The length of a count's bar, beside those of the others. */
  public String share(int count, List<TryOut.Share> beside) {
    int most = beside.stream().mapToInt(one -> Math.max(one.before(), one.after())).max().orElse(0);
    return words.place(count, 0, Math.max(1, most));
  }

  /** One value as readers know it. */
  public String value(Subject subject, String value) {
    return switch (subject) {
      case TOUCHPOINT -> touchpoints().getOrDefault(value, value);
      case CUSTOMER_VALUE -> text("CUSTOMER_VALUE." + value);
      case CHURN_STATE -> text("CHURN_STATE." + value);
      case LANGUAGE -> Locale.forLanguageTag(value).getDisplayLanguage(Languages.formats(locale()));
      case WORDS -> "“" + value + "”";
      default -> value;
    };
  }

  /** Critical · Wayfinding · Karin; or that there is no case. */
  public String fate(TryOut.@Nullable Fate fate) {
    if (fate == null) {
      return text("try.noCase");
    }
    String department = fate.department();
    return words.shared("severity." + fate.severity())
        + " · "
        + (department == null ? "" : department + " · ")
        + fate.owner();
  }

  /** By which rules the case was opened and given to its first owner; null when nobody knows. */
  public @Nullable String opening(Opening opening) {
    NegativityRule negativity = opening.negativity();
    if (negativity == null) {
      return null;
    }
    RoutingRuleRow routing = opening.routing();
    String owner = opening.owner();
    if (routing == null || owner == null) {
      return say("opened", name(negativity));
    }
    return say("opened.routed", name(negativity), owner, name(routing));
  }

  private String some(Condition condition) {
    List<String> values = condition.values();
    String first =
        values.stream()
            .limit(VALUES)
            .map(value -> value(condition.subject(), value))
            .collect(Collectors.joining(", "));
    return values.size() <= VALUES ? first : say("condition.more", first, values.size() - VALUES);
  }

  private Map<String, String> touchpoints() {
    Map<String, String> read = touchpoints;
    if (read == null) {
      read =
          journey.touchpoints().stream()
              .collect(Collectors.toMap(TouchpointRow::key, TouchpointRow::name));
      touchpoints = read;
    }
    return read;
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }

  private static ResourceBundle texts() {
    return ResourceBundle.getBundle(
        "cx.slinga.web.rules.Text", locale(), RuleWords.class.getClassLoader(), NO_FALLBACK);
  }
}
