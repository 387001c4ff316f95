package cx.slinga.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cx.slinga.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditLinesTest {
  private static final String KJELL = "01a20140-c4dd-7122-a8a3-ea291220d373";
  private static final String GONE = "01a20140-dab4-7332-bd62-36dfdc009e75";

  private static AuditEntry entry(
      String type, String object, String changes, @Nullable String reason) {
    return new AuditEntry(
        1,
        Instant.parse("2026-11-22T04:00:00Z"),
        "cecilia",
        "web",
        "case.assigned",
        type,
        object,
        changes,
        reason == null ? "DONE" : "REFUSED",
        reason);
  }

  private static AuditLine line(AuditEntry entry) {
    return AuditLines.of(entry, Map.of(KJELL, "Kjell Haugen"), Locale.ENGLISH);
  }

  @Test
  void idsAreSaidAsNamesAndThoseWithoutANameAreShort() {
    assertEquals(
        List.of(
            new AuditLine.Change("owner", "01a20140…", "Kjell Haugen"),
            new AuditLine.Change("state", null, "OPEN")),
        line(entry(
                "case",
                "SL-2026-000007",
                "{\"owner\":[\"%s\",\"%s\"],\"state\":[null,\"OPEN\"]}".formatted(GONE, KJELL),
                null))
            .changes());
  }

  @Test
  void everyIdThatIsMentionedIsAskedFor() {
    assertEquals(
        Set.of(UUID.fromString(GONE), UUID.fromString(KJELL)),
        AuditLines.ids(
            List.of(entry("cause", GONE, "{\"owner\":[null,\"" + KJELL + "\"]}", null))));
  }

  @Test
  void aRefusalSaysWhyWithoutThePlacesOfItsArguments() {
    String why = line(entry("case", "SL-2026-000007", "{}", "case.not-closable")).refusal();
    assertEquals(-1, String.valueOf(why).indexOf('{'));
    assertNull(line(entry("case", "SL-2026-000007", "{}", null)).refusal());
  }

  @Test
  void whatHasAScreenIsLinked() {
    assertEquals(
        "/cases/view.xhtml?number=SL-2026-000007",
        line(entry("case", "SL-2026-000007", "{}", null)).link());
    assertNull(line(entry("rules", "sfo-2018", "{}", null)).link());
  }
}
