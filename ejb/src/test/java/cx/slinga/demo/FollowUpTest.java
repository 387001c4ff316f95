package cx.slinga.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ships as the demo's follow-up can be read as it is. */
class FollowUpTest {
  private final FollowUp followUp = FollowUp.read();

  @Test
  void everyCauseIsToldOnce() {
    List<String> titles = followUp.causes().stream().map(FollowUp.RootCause::title).toList();
    assertFalse(titles.isEmpty());
    assertEquals(titles.size(), new HashSet<>(titles).size());
  }

  @Test
  void whatStaffNotedSaysThatItIsTheDemo() {
    followUp
        .notes()
        .forEach(
            (outcome, notes) ->
                assertEquals(
                    List.of(), notes.stream().filter(note -> !note.startsWith("Demo:")).toList()));
  }
}
