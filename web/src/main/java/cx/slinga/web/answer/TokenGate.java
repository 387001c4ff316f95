package cx.slinga.web.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** Stops those who try tokens: so many wrong ones from one address, and none is looked at. */
@ApplicationScoped
public class TokenGate {
  static final int WRONG_MAX = 20;
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** More addresses than this are not told apart: the memory is worth more. */
  private static final int ADDRESSES_MAX = 10_000;

  private final ConcurrentHashMap<String, Tries> wrong = new ConcurrentHashMap<>();
  private Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected TokenGate() {}

  @Inject
  TokenGate(Clock clock) {
    this.clock = clock;
  }

  private record Tries(Instant since, int count) {}

  /** Whether tokens from this address are looked at. */
  public boolean lets(String address) {
    Tries tries = wrong.get(address);
    return tries == null || isOver(tries) || tries.count() < WRONG_MAX;
  }

  /** A token from this address opened nothing. */
  public void wrong(String address) {
    if (wrong.size() >= ADDRESSES_MAX) {
      wrong.values().removeIf(this::isOver);
      if (wrong.size() >= ADDRESSES_MAX) {
        wrong.clear();
      }
    }
    wrong.merge(
        address,
        new Tries(clock.instant(), 1),
        (known, one) -> isOver(known) ? one : new Tries(known.since(), known.count() + 1));
  }

  private boolean isOver(Tries tries) {
    return tries.since().plus(WINDOW).isBefore(clock.instant());
  }
}
