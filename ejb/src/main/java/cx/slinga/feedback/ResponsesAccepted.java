package cx.slinga.feedback;

import cx.slinga.survey.Survey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New responses were stored. Fired once a batch, inside its transaction: what an observer does is
 * kept or undone together with them, and what it throws undoes the batch.
 *
 * @param responses up to 5,000, in the order of the file
 * @param at when they were taken in
 * @param spreadDays demo only: over how many days before {@code at} their cases count as opened
 * @param followUp whether negative ones become cases, or all are kept as history
 * @param actor username of who brought them in
 * @param origin where they came in: {@code import}, {@code web} or {@code api}
 * @param importId the import, or null for a single response
 */
public record ResponsesAccepted(
    Survey survey,
    List<AcceptedResponse> responses,
    Instant at,
    int spreadDays,
    boolean followUp,
    String actor,
    String origin,
    @Nullable UUID importId) {

  private static final int MINUTES = 8 * 60;

  public ResponsesAccepted {
    responses = List.copyOf(responses);
  }

  /**
   * When the clocks of this response's case start: now. In the demo early in the spread for an
   * answer from the beginning of its month, late for one from its end, so that some are late.
   */
  public Instant openedAt(AcceptedResponse response) {
    if (spreadDays == 0) {
      return at;
    }
    int day = response.answeredOn().getDayOfMonth() - 1;
    int lastDay = response.answeredOn().lengthOfMonth() - 1;
    long daysBefore = Math.round(spreadDays * (1 - (double) day / lastDay));
    int minutesBefore = Math.floorMod(response.externalId().hashCode(), MINUTES);
    return at.minus(daysBefore, ChronoUnit.DAYS)
        .minus(minutesBefore, ChronoUnit.MINUTES)
        .truncatedTo(ChronoUnit.SECONDS);
  }
}
