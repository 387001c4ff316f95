package cx.slinga.cases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What PostgreSQL expects of a question, from its statistics and without asking it.
 *
 * @param cost in the planner's units: reading one page in order is 1
 */
record Plan(double cost, long rows) {
  private static final Pattern FIRST_LINE =
      Pattern.compile("cost=[0-9.]+\\.\\.(?<cost>[0-9.]+) rows=(?<rows>\\d+)");

  static Plan of(Handle h, CaseSql sql, String question) {
    String text =
        sql.bindWhatItNames(h.createQuery("explain " + question))
            .mapTo(String.class)
            .findFirst()
            .orElse("");
    Matcher matcher = FIRST_LINE.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("not a plan: " + text);
    }
    return new Plan(
        Double.parseDouble(matcher.group("cost")), Long.parseLong(matcher.group("rows")));
  }
}
