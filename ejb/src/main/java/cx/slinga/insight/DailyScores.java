package cx.slinga.insight;

import cx.slinga.feedback.AcceptedResponse;
import cx.slinga.feedback.ResponseCorrected;
import cx.slinga.feedback.ResponsesAccepted;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rollup: how many answers gave which value, per survey, day and metric. One statement a
 * batch, in the transaction that stores the responses, so that figures and responses never
 * disagree.
 */
@ApplicationScoped
public class DailyScores {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected DailyScores() {}

  @Inject
  public DailyScores(Database database) {
    this.database = database;
  }

  /** Counts a batch. */
  public void count(@Observes ResponsesAccepted batch) {
    // in the order of the key, so that two imports at once wait for each other and do not deadlock
    Map<Key, Count> counts = new TreeMap<>();
    batch.responses().forEach(response -> add(counts, response, 1));
    store(batch.survey().id(), counts);
  }

  /** Counts a corrected answer as it is now instead of as it was. */
  public void correct(@Observes ResponseCorrected corrected) {
    Map<Key, Count> counts = new TreeMap<>();
    add(counts, corrected.before(), -1);
    add(counts, corrected.after(), 1);
    store(corrected.survey().id(), counts);
    database.write(
        h ->
            h.createUpdate(
                    "delete from daily_scores where survey_id = :survey and day = :day and n <= 0")
                .bind("survey", corrected.survey().id())
                .bind("day", corrected.before().answeredOn())
                .execute());
  }

  private static void add(Map<Key, Count> counts, AcceptedResponse response, int times) {
    double weight = response.weight() == null ? 1 : response.weight();
    add(counts, response.answeredOn(), "score", response.score(), weight, times);
    add(counts, response.answeredOn(), "overall", response.overall(), weight, times);
    response
        .ratings()
        .forEach(
            (metric, value) -> add(counts, response.answeredOn(), metric, value, weight, times));
  }

  private static void add(
      Map<Key, Count> counts,
      LocalDate day,
      String metric,
      @Nullable Integer value,
      double weight,
      int times) {
    if (value != null) {
      counts.computeIfAbsent(new Key(day, metric, value), key -> new Count()).add(weight, times);
    }
  }

  private void store(UUID survey, Map<Key, Count> counts) {
    if (!counts.isEmpty()) {
      store(survey, List.copyOf(counts.keySet()), List.copyOf(counts.values()));
    }
  }

  private void store(UUID survey, Collection<Key> keys, Collection<Count> counts) {
    database.write(
        h ->
            h.createUpdate(
                    "insert into daily_scores (survey_id, day, metric, value, n, weight, weight_sq)"
                        + " select :survey, u.* from unnest(:days, :metrics, :values, :ns,"
                        + " :weights, :squares) u on conflict (survey_id, day, metric, value) do"
                        + " update set n = daily_scores.n + excluded.n, weight ="
                        + " daily_scores.weight + excluded.weight, weight_sq ="
                        + " daily_scores.weight_sq + excluded.weight_sq")
                .bind("survey", survey)
                .bindArray("days", LocalDate.class, keys.stream().map(Key::day).toArray())
                .bindArray("metrics", String.class, keys.stream().map(Key::metric).toArray())
                .bindArray("values", Integer.class, keys.stream().map(Key::value).toArray())
                .bindArray("ns", Long.class, counts.stream().map(c -> c.n).toArray())
                .bindArray("weights", Double.class, counts.stream().map(c -> c.weight).toArray())
                .bindArray("squares", Double.class, counts.stream().map(c -> c.squared).toArray())
                .execute());
  }

  private record Key(LocalDate day, String metric, int value) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byDay = day.compareTo(other.day);
      int byMetric = byDay != 0 ? byDay : metric.compareTo(other.metric);
      return byMetric != 0 ? byMetric : Integer.compare(value, other.value);
    }
  }

  private static final class Count {
    private long n;
    private double weight;
    private double squared;

    void add(double one, int times) {
      n += times;
      weight += times * one;
      squared += times * one * one;
    }
  }
}
