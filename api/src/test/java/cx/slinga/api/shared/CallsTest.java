package cx.slinga.api.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.api.cases.CasesResource;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a call before a resource works on it. */
class CallsTest {
  @Test
  void versionComesFromBodyOrHeader() {
    assertNull(Versions.seen(null, null));
    assertNull(Versions.seen(null, "*"));
    assertEquals(3, Versions.seen(3L, null));
    assertEquals(3, Versions.seen(null, "\"3\""));
    assertEquals(3, Versions.seen(null, "W/\"3\""));
    assertEquals(3, Versions.seen(3L, "\"3\""));
  }

  @Test
  void contradictingVersionsAreRefused() {
    assertThrows(BadRequest.class, () -> Versions.seen(2L, "\"3\""));
    assertThrows(BadRequest.class, () -> Versions.seen(null, "\"three\""));
  }

  @Test
  void pageHoldsFiftyUnlessAsked() {
    assertEquals(50, Paging.size(null));
    assertEquals(1, Paging.size("1"));
    assertEquals(200, Paging.size("200"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "ten", "1.5", "99999999999"})
  void pageOfAnotherSizeIsRefused(String limit) {
    assertThrows(BadRequest.class, () -> Paging.size(limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "TRUE"})
  void flagIsTrueOrFalse(String value) {
    assertThrows(BadRequest.class, () -> Required.flag("followUp", value, true));
  }

  @Test
  void gateKnowsTheParametersOfTheFilterToo() {
    Method list =
        Stream.of(CasesResource.class.getDeclaredMethods())
            .filter(m -> m.getName().equals("list"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Set.of(
            "state",
            "owner",
            "department",
            "touchpoint",
            "severity",
            "due",
            "clock",
            "scoreFrom",
            "scoreTo",
            "survey",
            "cause",
            "q",
            "sort",
            "after",
            "limit"),
        Gate.parameters(list));
  }

  @Test
  void incidentNumbersAreEasyToRead() {
    String number = Incident.number();
    assertEquals(9, number.length());
    assertEquals(-1, number.indexOf('O'));
  }
}
