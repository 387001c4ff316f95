package cx.slinga.web.cases;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody is told that what they typed still stands when they typed nothing. */
class MeanwhileTest {
  @Test
  void aPlainButtonTypesNothing() {
    assertFalse(
        Meanwhile.typed(
            Set.of("jakarta.faces.source", "jakarta.faces.ViewState", "verdict", "verdict:close"),
            "verdict:close"));
  }

  @Test
  void aFieldBesideTheButtonIsTyped() {
    assertTrue(
        Meanwhile.typed(
            Set.of("contactForm", "contactForm:note", "contactForm:saveContact"),
            "contactForm:saveContact"));
  }

  @Test
  void aButtonOfARowTypesNothing() {
    assertFalse(
        Meanwhile.typed(
            Set.of("actions", "actions:action:0:complete"), "actions:action:0:complete"));
  }
}
