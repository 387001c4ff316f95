package cx.slinga.rootcause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.shared.BusinessException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhyTest {
  @Test
  void blanksAtTheEndAreDropped() {
    assertEquals(
        List.of("Signs end", "Nobody owns them"),
        answers(" Signs end ", "Nobody owns them", "", " "));
    assertEquals(List.of(), answers("", ""));
  }

  @Test
  void aBlankInTheMiddleIsRefusedAtItsField() {
    BusinessException refused =
        assertThrows(BusinessException.class, () -> answers("Signs end", "  ", "Nobody owns them"));
    assertEquals("why.blank", refused.key());
    assertEquals("why2", refused.field());
    assertEquals(List.of(2), refused.args());
  }

  @Test
  void anAnswerOfAHundredThousandCharactersIsRefusedAtItsField() {
    BusinessException refused =
        assertThrows(BusinessException.class, () -> answers("Signs end", "x".repeat(100_000)));
    assertEquals("text.too-long", refused.key());
    assertEquals("why2", refused.field());
  }

  @Test
  void markupEmojiAndRightToLeftTextAreWordsLikeOthers() {
    List<String> said = List.of("<script>alert(1)</script>", "🙂🙂", "لأن اللافتات تنتهي");
    assertEquals(said, answers(said.toArray(String[]::new)));
  }

  @Test
  void onlyOneWhyIsTheRoot() {
    BusinessException refused =
        assertThrows(
            BusinessException.class,
            () -> Why.chain(List.of(new Why(null, "a", true), new Why(null, "b", true))));
    assertEquals("why2", refused.field());
  }

  @Test
  void aWhyThatIsNotThereIsNotTheRoot() {
    BusinessException refused =
        assertThrows(
            BusinessException.class,
            () -> Why.chain(List.of(new Why(null, "a", false), new Why(null, " ", true))));
    assertEquals("root", refused.field());
    assertEquals("why.root-blank", refused.key());
  }

  @Test
  void aChainHasAnEnd() {
    List<Why> many = Collections.nCopies(Why.MOST + 1, new Why(null, "because", false));
    assertEquals(
        "why.too-many", assertThrows(BusinessException.class, () -> Why.chain(many)).key());
  }

  private static List<String> answers(String... typed) {
    return Why.chain(Stream.of(typed).map(answer -> new Why(null, answer, false)).toList()).stream()
        .map(Why::answer)
        .toList();
  }
}
