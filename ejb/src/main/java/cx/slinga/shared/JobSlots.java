package cx.slinga.shared;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Lets a few long jobs of one kind run on this server at the same time, none of them twice. What
 * finds no slot is left alone; whoever asks must come by again.
 */
public final class JobSlots {
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();
  private final int max;

  /** So many slots. */
  public JobSlots(int max) {
    this.max = max;
  }

  /** Whether nothing more can be started now. */
  public boolean areFull() {
    return running.size() >= max;
  }

  /** Starts a job in the background unless it runs already or there is no slot for it. */
  public void start(UUID id, Executor executor, Consumer<UUID> job) {
    if (areFull() || !running.add(id)) {
      return;
    }
    try {
      executor.execute(
          () -> {
            try {
              job.accept(id);
            } finally {
              running.remove(id);
            }
          });
    } catch (RejectedExecutionException full) {
      running.remove(id);
    }
  }
}
