package cx.slinga.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class JobSlotsTest {
  private final JobSlots slots = new JobSlots(2);
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<UUID> ran = new ArrayList<>();
  private final UUID first = Ids.next();
  private final UUID second = Ids.next();
  private final UUID third = Ids.next();

  private void start(UUID id) {
    slots.start(id, waiting::add, ran::add);
  }

  @Test
  void aThirdJobFindsNoSlotUntilOneEnds() {
    start(first);
    start(second);
    assertTrue(slots.areFull());
    start(third);
    assertEquals(2, waiting.size());
    waiting.get(0).run();
    start(third);
    assertEquals(3, waiting.size());
  }

  @Test
  void aRunningJobIsNotStartedTwice() {
    start(first);
    start(first);
    assertEquals(1, waiting.size());
  }

  @Test
  void aFailedJobGivesItsSlotBack() {
    slots.start(
        first,
        waiting::add,
        id -> {
          throw new IllegalStateException("broken");
        });
    start(second);
    assertThrows(IllegalStateException.class, () -> waiting.get(0).run());
    assertFalse(slots.areFull());
  }

  @Test
  void aServerThatIsShuttingDownLosesNoSlot() {
    for (int i = 0; i < 3; i++) {
      slots.start(
          Ids.next(),
          command -> {
            throw new RejectedExecutionException();
          },
          ran::add);
    }
    assertFalse(slots.areFull());
  }
}
