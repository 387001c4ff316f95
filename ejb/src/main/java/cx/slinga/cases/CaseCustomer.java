package cx.slinga.cases;

import cx.slinga.clocks.Severity;
import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who complained, for those who may see the case.
 *
 * @param key the customer's at the source
 * @param consent whether the customer may be asked again
 * @param version grows with each change of the customer
 * @param changedBy name of whoever changed it last, if a person did
 * @param answers how many other answers of the customer there are
 * @param joined further complaints that joined the case, the first first
 * @param before the customer's other cases within sight, the latest first
 * @param repeatOf number of the case that this one repeats
 */
public record CaseCustomer(
    String key,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String segment,
    @Nullable String language,
    @Nullable CustomerValue value,
    boolean consent,
    @Nullable ChurnState churnState,
    long version,
    @Nullable String changedBy,
    long answers,
    List<Joined> joined,
    List<Earlier> before,
    @Nullable String repeatOf) {

  /**
   * A further complaint.
   *
   * @param words of the customer, verbatim
   */
  public record Joined(
      String externalId,
      String survey,
      @Nullable Integer score,
      LocalDate answeredOn,
      @Nullable String words,
      Instant joinedAt,
      Severity severityBefore,
      Severity severityAfter) {}

  /** Another case of the customer. */
  public record Earlier(
      String number, CaseState state, @Nullable Integer score, Instant openedAt) {}
}
