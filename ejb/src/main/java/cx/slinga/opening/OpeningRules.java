package cx.slinga.opening;

import cx.slinga.rules.RoutingRules;
import cx.slinga.rules.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rules opened a case, as its record keeps them: version and place in the list, from 1, for
 * example {@code 4.1}. Versions never change, so that the words can be found for ever.
 *
 * @param severity those that had a say about how much is at stake
 * @param routing null when no rule gave it to its owner
 */
record OpeningRules(String negativity, List<String> severity, @Nullable String routing) {
  static final String NEGATIVITY = "negativityRule";
  static final String SEVERITY = "severityRules";
  static final String ROUTING = "routingRule";

  static OpeningRules of(
      int version, Verdict verdict, RoutingRules routing, @Nullable Integer rule) {
    return new OpeningRules(
        reference(version, verdict.openedBy()),
        verdict.severityBy().stream().map(position -> reference(version, position)).toList(),
        rule == null ? null : reference(routing.version(), rule));
  }

  /** As further fields of the changes in the record. Digits and dots only: nothing to escape. */
  String json() {
    return field(NEGATIVITY, negativity)
        + (severity.isEmpty()
            ? ""
            : field(SEVERITY, severity.stream().collect(Collectors.joining(" "))))
        + (routing == null ? "" : field(ROUTING, routing));
  }

  private static String reference(int version, int position) {
    return version + "." + (position + 1);
  }

  private static String field(String name, String value) {
    return ",\"" + name + "\":[null,\"" + value + "\"]";
  }
}
