package cx.slinga.improvement;

import cx.slinga.shared.BusinessException;
import java.time.LocalDate;

/**
 * What a project is to do, by when, and what it is worth.
 *
 * @param impact 1 to 5: how much of the complaints it removes
 * @param confidence 1 to 5: how sure that is
 * @param effort 1 to 5: how much work it is
 */
public record ProjectFacts(
    String title, String aim, LocalDate deadline, int impact, int confidence, int effort) {
  /** Longest title, in characters. */
  public static final int TITLE_MAX = 200;

  /** Longest text, in characters. */
  public static final int TEXT_MAX = 4_000;

  private static final int HIGHEST = 5;

  public ProjectFacts {
    title = checked("title", "project.title-missing", TITLE_MAX, title);
    aim = checked("aim", "project.aim-missing", TEXT_MAX, aim);
    grade("impact", impact);
    grade("confidence", confidence);
    grade("effort", effort);
  }

  /** The text without blanks around it, if it is neither missing nor too long. */
  static String checked(String field, String missing, int most, String text) {
    String kept = text.strip();
    if (kept.isEmpty()) {
      throw BusinessException.ofField(field, missing);
    }
    if (kept.length() > most) {
      throw BusinessException.ofField(field, "text.too-long", most);
    }
    return kept;
  }

  private static void grade(String field, int grade) {
    if (grade < 1 || grade > HIGHEST) {
      throw BusinessException.ofField(field, "project.grade", HIGHEST);
    }
  }
}
