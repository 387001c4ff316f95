package cx.slinga.letters;

import cx.slinga.shared.BusinessException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template leaves open and the case fills in. Written in braces, the same in all languages.
 */
public enum Placeholder {
  /** The customer's name, or the word for one. */
  CUSTOMER,
  /** The number of the case. */
  CASE,
  /** Who writes. */
  OWNER,
  /** Where it went wrong, as the customer felt it. */
  TOUCHPOINT,
  /** Who we are. */
  COMPANY,
  /** What the customer had answered. */
  SURVEY,
  /** The day of the customer's answer. */
  ANSWERED;

  private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]{0,60})\\}");

  private static final Pattern LONE_BRACE = Pattern.compile("[{}]");

  /** So many characters tell where it is. */
  private static final int SHOWN = 20;

  /** As it is written in a template, for example <code>{customer}</code>. */
  public String written() {
    return "{" + name().toLowerCase(Locale.ROOT) + "}";
  }

  /** The first thing in braces that is none, without the braces. */
  static Optional<String> unknownIn(String text) {
    return IN_BRACES
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> find(name).isEmpty())
        .findFirst();
  }

  /**
   * Refuses a letter in which something in braces was never filled in.
   *
   * @throws BusinessException at the field, naming the first
   */
  static void refuseUnfilled(String field, String text) {
    Matcher found = IN_BRACES.matcher(text);
    if (found.find()) {
      throw BusinessException.ofField(field, "letter.placeholder-left", found.group());
    }
  }

  /** The beginning of what stands behind the first brace that has no other; empty without one. */
  static Optional<String> openIn(String text) {
    String beside = IN_BRACES.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    int at = LONE_BRACE.matcher(beside).results().findFirst().map(MatchResult::start).orElse(-1);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            text.substring(at)
                .lines()
                .findFirst()
                .orElse("")
                .codePoints()
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
  }

  /** The text with every placeholder filled. What is filled in is not looked through again. */
  static String fill(String text, Map<Placeholder, String> values) {
    return IN_BRACES
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values).orElse(found.group())));
  }

  private static Optional<String> value(MatchResult found, Map<Placeholder, String> values) {
    return find(found.group(1)).map(values::get);
  }

  private static Optional<Placeholder> find(String name) {
    for (Placeholder one : values()) {
      if (one.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
