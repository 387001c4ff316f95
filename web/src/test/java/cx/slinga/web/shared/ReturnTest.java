package cx.slinga.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ReturnTest {
  private static final String PAGE = "/cases/view.xhtml";

  @Test
  void parametersLostAtTheLogInComeBack() {
    assertEquals(PAGE + "?number=SL-1", Return.target(PAGE, null, PAGE + "?number=SL-1"));
  }

  @Test
  void anotherPageIsNotGoneTo() {
    assertNull(Return.target(PAGE, null, "/cases/list.xhtml?q=x"));
  }

  @Test
  void anotherSiteIsNotGoneTo() {
    assertNull(Return.target(PAGE, null, "//evil.example" + PAGE + "?x"));
  }

  @Test
  void whoAsksWithParametersIsTakenAtTheirWord() {
    assertNull(Return.target(PAGE, "number=SL-2", PAGE + "?number=SL-1"));
  }

  @Test
  void nothingWaitsNothingHappens() {
    assertNull(Return.target(PAGE, null, ""));
  }
}
