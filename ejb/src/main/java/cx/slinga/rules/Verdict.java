package cx.slinga.rules;

import java.util.List;

/**
 * What the rules say about a negative answer.
 *
 * @param openedBy position of the negativity rule, from 0
 * @param severity never {@link SeverityStep#RAISE}
 * @param severityBy positions of the severity rules that had a say, in order; none: it is normal
 */
public record Verdict(int openedBy, SeverityStep severity, List<Integer> severityBy) {
  public Verdict {
    severityBy = List.copyOf(severityBy);
  }
}
