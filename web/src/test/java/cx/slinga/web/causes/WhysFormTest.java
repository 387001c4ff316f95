package cx.slinga.web.causes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.rootcause.Why;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whys as they are typed. */
class WhysFormTest {
  private final WhysForm form =
      new WhysForm(
          List.of(
              new Why(Ids.next(), "No sign", false),
              new Why(Ids.next(), "Nobody ordered one", false),
              new Why(Ids.next(), "Nobody owns the signs", true)));

  @Test
  void aRootBeyondTheWhysIsRefusedAtItsField() {
    form.setRoot(9);
    BusinessException refused =
        assertThrows(BusinessException.class, () -> Why.chain(form.chain()));
    assertEquals("root", refused.field());
  }

  @Test
  void aRootThatIsThereIsKept() {
    form.setRoot(2);
    assertTrue(Why.chain(form.chain()).get(1).root());
  }

  @Test
  void noRootIsNone() {
    form.setRoot(0);
    assertTrue(Why.chain(form.chain()).stream().noneMatch(Why::root));
  }
}
