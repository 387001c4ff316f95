package cx.slinga.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyTextTest {
  private TestPostgres postgres;
  private Database database;

  @BeforeAll
  void postgresRuns() {
    postgres = new TestPostgres();
    database = new Database(postgres);
    database.write(h -> h.execute("create table copied (t text, a text[], j jsonb, n int)"));
  }

  @AfterAll
  void postgresStops() {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain",
        "\\",
        "\\N",
        "\\.",
        "ends with \\",
        "two\nlines",
        "carriage\rreturn",
        "tab\there",
        "\b\f\u000B\u001B",
        "\"quoted\"",
        "{braces},commas",
        "NULL",
        "null",
        "å ä ö æ ø é",
        "\uD83D\uDE00 grin",
        "مرحبا بالعالم",
        "\u202Eright to left",
        "\uFFFF\u00A0\u2028",
        "=HYPERLINK(\"http://x\")",
        "'; drop table responses; --"
      })
  void whateverATextHoldsComesBackAsItWas(String value) {
    CopyText rows = new CopyText();
    rows.text(value)
        .texts(List.of(value, "between", value))
        .json(Map.of("key" + value, value))
        .number(7)
        .endRow();
    database.write(
        h -> {
          h.execute("truncate copied");
          rows.copyInto(h, "copied", "t, a, j, n");
          assertEquals(value, h.select("select t from copied").mapTo(String.class).one());
          assertEquals(
              List.of(value, "between", value),
              h.select("select unnest(a) from copied").mapTo(String.class).list());
          assertEquals(
              value,
              h.select("select j ->> ? from copied", "key" + value).mapTo(String.class).one());
          assertEquals(7, h.select("select n from copied").mapTo(Integer.class).one());
        });
  }

  @Test
  void nothingIsNullAndNotAnEmptyText() {
    CopyText rows = new CopyText();
    rows.text(null).texts(null).json(Map.of()).number((Integer) null).endRow();
    database.write(
        h -> {
          h.execute("truncate copied");
          rows.copyInto(h, "copied", "t, a, j, n");
          assertEquals(
              1,
              h.select(
                      "select count(*) from copied where t is null and a is null and j = '{}' and n"
                          + " is null")
                  .mapTo(Integer.class)
                  .one());
        });
  }

  @Test
  void nulIsRefusedWhereverItStands() {
    assertThrows(IllegalArgumentException.class, () -> new CopyText().text("a\0b"));
    assertThrows(IllegalArgumentException.class, () -> new CopyText().texts(List.of("a\0b")));
    assertThrows(IllegalArgumentException.class, () -> new CopyText().json(Map.of("k", "a\0b")));
  }

  @Test
  void numbersAndTruthStayNumbersAndTruthInJson() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("one", 1);
    values.put("yes", true);
    values.put("text", "1");
    assertEquals("{\"one\":1,\"yes\":true,\"text\":\"1\"}", new CopyText().json(values).toString());
  }

  @Test
  void aFailedCopyLeavesTheConnectionUsable() {
    CopyText rows = new CopyText();
    rows.text("x").texts(List.of()).json(Map.of()).text("not a number").endRow();
    database.write(
        h -> {
          assertThrows(IllegalStateException.class, () -> rows.copyInto(h, "copied", "t, a, j, n"));
          assertEquals(Arrays.asList(1), h.select("select 1").mapTo(Integer.class).list());
        });
  }
}
