package cx.slinga.organisation;

import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves all open work of a person to others, in the caller's transaction. */
@ApplicationScoped
public class HandOvers {
  /** The zone in which "today" is meant. */
  static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private Database database;
  private Clock clock;
  private Consumer<HandOver> observers;
  private Consumer<WorkTaken> told;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected HandOvers() {}

  @Inject
  HandOvers(Database database, Clock clock, Event<HandOver> observers, Event<WorkTaken> told) {
    this(database, clock, (Consumer<HandOver>) observers::fire, (Consumer<WorkTaken>) told::fire);
  }

  /**
   * @param observers move the work that they keep
   * @param told learns who has taken over what, unless there was nothing
   */
  public HandOvers(
      Database database, Clock clock, Consumer<HandOver> observers, Consumer<WorkTaken> told) {
    this.database = database;
    this.clock = clock;
    this.observers = observers;
    this.told = told;
  }

  /**
   * Moves it.
   *
   * @param chosen who takes over, or null for the stand-in, the heads or the CX owners
   * @return what is to be recorded
   * @throws cx.slinga.shared.BusinessException when there is work and nobody to take it over
   */
  public HandedOver handOver(
      UUID person, String username, @Nullable UUID chosen, String actor, String origin) {
    Instant now = clock.instant();
    Successors successors =
        database.read(h -> Successors.of(h, person, chosen, LocalDate.ofInstant(now, ZONE)));
    HandOver handOver = new HandOver(person, successors, now, actor, origin);
    observers.accept(handOver);
    List<WorkTaken.Share> shares = handOver.shares();
    if (!shares.isEmpty()) {
      told.accept(new WorkTaken(username, actor, shares));
    }
    return handOver.result(username);
  }
}
