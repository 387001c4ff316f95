package cx.slinga.opening;

import cx.slinga.clocks.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have become of the last answers, by the rules that hold and by others. Nothing was
 * opened or changed to find out.
 *
 * @param answers how many were looked at
 * @param negative how many are negative
 * @param severities how many cases of each severity, the most severe first
 * @param departments cases by department, those that change most first; null name for none
 * @param owners cases by owner, those that change most first
 * @param changed how many answers fare differently
 * @param samples some of those, for people who may read what customers say
 */
public record TryOut(
    int answers,
    Difference negative,
    List<Share> severities,
    List<Share> departments,
    List<Share> owners,
    int changed,
    List<Sample> samples) {
  public TryOut {
    severities = List.copyOf(severities);
    departments = List.copyOf(departments);
    owners = List.copyOf(owners);
    samples = List.copyOf(samples);
  }

  /** A count by the rules that hold, and by the others. */
  public record Difference(int before, int after) {
    /** How many more. */
    public int by() {
      return after - before;
    }
  }

  /**
   * @param name of the severity, department or owner
   */
  public record Share(@Nullable String name, int before, int after) {
    /** How many more. */
    public int by() {
      return after - before;
    }
  }

  /**
   * What becomes of an answer.
   *
   * @param department name of the department
   * @param owner name of the owner
   */
  public record Fate(Severity severity, @Nullable String department, String owner) {}

  /**
   * An answer that fares differently.
   *
   * @param words of the customer
   * @param touchpoint name of where it went worst
   * @param before null: no case
   * @param after null: no case
   */
  public record Sample(
      String survey,
      String externalId,
      LocalDate answeredOn,
      @Nullable Integer score,
      @Nullable String words,
      @Nullable String touchpoint,
      @Nullable Fate before,
      @Nullable Fate after) {}
}
