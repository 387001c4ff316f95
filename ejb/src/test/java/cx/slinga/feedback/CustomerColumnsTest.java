package cx.slinga.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.CustomerValue;
import cx.slinga.shared.BusinessException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answered, as a file and as a program say it. */
class CustomerColumnsTest {
  private static final CustomerColumns COLUMNS =
      new CustomerColumns("KEY", "NAME", "MAIL", "PHONE", "LANG", "SEGMENT", "VALUE");

  private final List<ReadingWarning> warnings = new ArrayList<>();
  private final Map<String, String> row = new HashMap<>();

  @BeforeEach
  void somebody() {
    row.putAll(
        Map.of(
            "KEY", " C-1 ",
            "NAME", "Åsa Öberg",
            "MAIL", "asa@example.test",
            "PHONE", "+46 70 000 00 00",
            "LANG", "SV",
            "SEGMENT", "business",
            "VALUE", "high"));
  }

  @Test
  void aRowSaysWhoAnswered() {
    assertEquals(
        new CustomerFacts(
            "C-1",
            "Åsa Öberg",
            "asa@example.test",
            "+46 70 000 00 00",
            "business",
            "sv",
            CustomerValue.HIGH,
            null,
            null),
        read());
    assertEquals(List.of(), warnings);
  }

  @Test
  void withoutAKeyNobodyIsKnown() {
    row.put("KEY", "  ");
    assertNull(read());
  }

  @Test
  void whatCannotBeRightIsLeftOutAndItsWordsAreNotRepeated() {
    row.put("MAIL", "asa at example");
    row.put("PHONE", "1".repeat(51));
    row.put("LANG", "swedish!");
    row.put("VALUE", "enormous");
    row.put("NAME", "a\nb");
    CustomerFacts facts = Objects.requireNonNull(read());
    assertNull(facts.email());
    assertNull(facts.phone());
    assertNull(facts.language());
    assertNull(facts.value());
    assertNull(facts.name());
    assertEquals(5, warnings.size());
    for (ReadingWarning warning : warnings) {
      assertEquals("", warning.value());
    }
  }

  @Test
  void columnsThatTheMappingDoesNotNameSayNothing() {
    CustomerFacts facts =
        new CustomerColumns("KEY", null, null, null, null, null, null)
            .read(column -> row.getOrDefault(column, ""), warnings);
    assertNotNull(facts);
    assertNull(facts.name());
    assertNull(facts.value());
  }

  @Test
  void contactDataIsKeptWithTheCustomerOnly() {
    assertEquals(List.of("NAME", "MAIL", "PHONE"), COLUMNS.contactData());
    assertEquals(7, COLUMNS.all().size());
  }

  @Test
  void whatAProgramSaysIsRefusedAtItsField() {
    refused("customer.key", " ", "asa@example.test", "en");
    refused("customer.email", "C-1", "no address", "en");
    refused("customer.language", "C-1", null, "swedish!");
    refused("customer.key", "x".repeat(201), null, null);
  }

  private @Nullable CustomerFacts read() {
    return COLUMNS.read(column -> row.getOrDefault(column, ""), warnings);
  }

  private static void refused(
      String field, String key, @Nullable String email, @Nullable String language) {
    BusinessException refused =
        assertThrows(
            BusinessException.class,
            () ->
                new CustomerFacts(key, null, email, null, null, language, null, null, null)
                    .checked("customer."));
    assertEquals(field, refused.field());
  }
}
