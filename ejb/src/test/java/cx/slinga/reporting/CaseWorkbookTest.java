package cx.slinga.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseWorkbookTest {
  private static final Instant NOW = Instant.parse("2018-06-01T08:24:00Z");
  private static final Locale EN = Locale.ENGLISH;

  @Test
  void datesAreDatesInTheStatedZoneAndNumbersAreNumbers() throws IOException {
    Row row = onlyCase(row("Signs were wrong", NOW.minusSeconds(60)));
    assertEquals("SL-2018-000007", cell(row, "Number").getStringCellValue());
    assertEquals(3, cell(row, "Score").getNumericCellValue());
    Cell opened = cell(row, "Opened");
    assertTrue(DateUtil.isCellDateFormatted(opened));
    // 22:30 in Greenwich on the 31st of May is half past midnight in Stockholm
    assertEquals(LocalDateTime.of(2018, 6, 1, 0, 30), opened.getLocalDateTimeCellValue());
    // and in winter one hour later, not two
    assertEquals(
        LocalDateTime.of(2018, 12, 24, 9, 0),
        cell(row, "Resolution due").getLocalDateTimeCellValue());
    Cell answered = cell(row, "Answered on");
    assertTrue(DateUtil.isCellDateFormatted(answered));
    assertEquals(LocalDate.of(2018, 5, 21), answered.getLocalDateTimeCellValue().toLocalDate());
    assertEquals(2, cell(row, "Actions").getNumericCellValue());
    assertEquals(1, cell(row, "Open actions").getNumericCellValue());
  }

  @Test
  void saysWhatIsLateAtTheMomentOfReading() throws IOException {
    assertEquals("Yes", cell(onlyCase(row("x", NOW.minusMillis(1))), "Late").getStringCellValue());
    assertEquals("No", cell(onlyCase(row("x", NOW)), "Late").getStringCellValue());
    assertEquals("No", cell(onlyCase(row("x", null)), "Late").getStringCellValue());
  }

  @Test
  void whatIsNotKnownIsAnEmptyCell() throws IOException {
    Row row = onlyCase(row(null, null));
    assertNull(find(row, "Customer’s words"));
    assertNull(find(row, "Closed"));
    assertNull(find(row, "Root cause"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\";\"Click\")",
        "+1+1",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "\t=1+1",
      })
  void formulasOfCustomersStayText(String words) throws IOException {
    XSSFCell cell = (XSSFCell) cell(onlyCase(row(words, null)), "Customer’s words");
    assertEquals(CellType.STRING, cell.getCellType());
    assertEquals(words, cell.getStringCellValue());
    assertTrue(cell.getCellStyle().getQuotePrefixed());
  }

  @Test
  void ordinaryWordsNeedNoQuotePrefix() throws IOException {
    XSSFCell cell = (XSSFCell) cell(onlyCase(row("2 = two", null)), "Customer’s words");
    assertFalse(cell.getCellStyle().getQuotePrefixed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀 family 👩‍👩‍👧 and flag 🇸🇪",
        "الخدمة بطيئة جدا",
        "שירות איטי \u200F!",
        "行李丢失",
        "Å Ä Ö æ ø",
        "<script>alert(1)</script> & \"quotes\"",
        "first line\nsecond line",
        "a literal _x0041_ is no A"
      })
  void wordsComeBackAsTheyWereWritten(String words) throws IOException {
    assertEquals(words, cell(onlyCase(row(words, null)), "Customer’s words").getStringCellValue());
  }

  @Test
  void whatAWorkbookCannotHoldIsLeftOut() throws IOException {
    String words = "a\u0000b\u0008c\uFFFEd\uD800e\r\nf\rg";
    assertEquals(
        "abcde\nf\ng", cell(onlyCase(row(words, null)), "Customer’s words").getStringCellValue());
  }

  @Test
  void tooLongWordsAreCutWithAMarkAndNeverWithinACharacter() throws IOException {
    String words = "x" + "😀".repeat(20_000);
    String written = cell(onlyCase(row(words, null)), "Customer’s words").getStringCellValue();
    assertTrue(written.length() <= 32_767);
    assertTrue(written.endsWith("😀 … [cut: 32,767 characters]"), written.substring(32_700));
    String fits = "y".repeat(32_767);
    assertEquals(fits, cell(onlyCase(row(fits, null)), "Customer’s words").getStringCellValue());
  }

  @Test
  void coverSaysWhatTheWorkbookIs() throws IOException {
    Map<String, String> filter = new LinkedHashMap<>();
    filter.put("State", "Open, In contact");
    filter.put("Words", "=queue");
    try (XSSFWorkbook book =
        read(
            EN,
            List.of(row("a", null), row("b", null)),
            1_048_576,
            new CaseCover(
                "Airport 2018", filter, "Newest first", "All cases", "Alva (alva)", "r1", 2))) {
      XSSFSheet cover = book.getSheetAt(0);
      Map<String, Cell> facts = new LinkedHashMap<>();
      cover.forEach(
          row -> {
            if (row.getCell(0) != null && row.getCell(1) != null) {
              facts.put(row.getCell(0).getStringCellValue(), row.getCell(1));
            }
          });
      assertEquals("Cover", cover.getSheetName());
      assertEquals("Airport 2018", facts.get("Survey").getStringCellValue());
      assertEquals("Open, In contact", facts.get("Filter: State").getStringCellValue());
      assertEquals("=queue", facts.get("Filter: Words").getStringCellValue());
      assertEquals(2, facts.get("Number of cases").getNumericCellValue());
      assertEquals("Alva (alva)", facts.get("Made by").getStringCellValue());
      assertEquals(
          LocalDateTime.of(2018, 6, 1, 10, 24), facts.get("Made at").getLocalDateTimeCellValue());
      assertEquals("Europe/Stockholm", facts.get("Time zone").getStringCellValue());
      assertEquals("r1", facts.get("Number in the record").getStringCellValue());
    }
  }

  @Test
  void headingsStayInSightAndFilter() throws IOException {
    try (XSSFWorkbook book = read(EN, List.of(row("a", null)), 1_048_576, cover(1))) {
      XSSFSheet sheet = book.getSheet("Cases");
      assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
      assertTrue(sheet.getPaneInformation().isFreezePane());
      assertEquals("A1:AB2", sheet.getCTWorksheet().getAutoFilter().getRef());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, Cases, State, Dismissed, Customer’s words",
    "sv, Ärenden, Status, Avskrivet, Kundens ord",
    "da, Sager, Status, Afvist, Kundens ord",
    "nb, Saker, Status, Avvist, Kundens ord",
    "fr, Cases, State, Dismissed, Customer’s words"
  })
  void speaksTheReadersLanguage(
      String language, String sheet, String heading, String state, String words)
      throws IOException {
    try (XSSFWorkbook book =
        read(Locale.forLanguageTag(language), List.of(row("a", null)), 1_048_576, cover(1))) {
      XSSFSheet cases = book.getSheet(sheet);
      assertNotNull(cases);
      assertEquals(heading, cases.getRow(0).getCell(1).getStringCellValue());
      assertEquals(words, cases.getRow(0).getCell(4).getStringCellValue());
      assertEquals(state, cases.getRow(1).getCell(1).getStringCellValue());
      cases.getRow(0).forEach(cell -> assertFalse(cell.getStringCellValue().startsWith("export.")));
      book.getSheetAt(0)
          .forEach(
              row ->
                  row.forEach(
                      cell -> assertFalse(cell.toString().startsWith("export."), cell.toString())));
    }
  }

  @Test
  void aFullSheetGoesOnOnTheNext() throws IOException {
    List<CaseRow> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      rows.add(row("words " + i, null));
    }
    try (XSSFWorkbook book = read(EN, rows, 4, cover(7))) {
      assertEquals(4, book.getNumberOfSheets());
      List<String> words = new ArrayList<>();
      for (String name : List.of("Cases", "Cases 2", "Cases 3")) {
        XSSFSheet sheet = book.getSheet(name);
        assertEquals("Number", sheet.getRow(0).getCell(0).getStringCellValue());
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
          words.add(sheet.getRow(i).getCell(4).getStringCellValue());
        }
      }
      assertEquals(rows.stream().map(CaseRow::words).toList(), words);
    }
  }

  @Test
  void anEmptyListIsAWorkbookToo() throws IOException {
    try (XSSFWorkbook book = read(EN, List.of(), 1_048_576, cover(0))) {
      assertEquals(0, book.getSheet("Cases").getLastRowNum());
    }
  }

  @Test
  void fewerRowsThanCountedIsRefusedAndNothingIsWritten() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaseWorkbook book = new CaseWorkbook(EN, Map.of(), NOW, CaseQueries.ZONE)) {
      book.add(row("a", null));
      assertThrows(IllegalStateException.class, () -> book.complete(cover(2)));
      assertThrows(IllegalStateException.class, () -> book.writeTo(out));
    }
    assertEquals(0, out.size());
  }

  @Test
  void nothingIsAddedBehindTheCount() throws IOException {
    try (CaseWorkbook book = new CaseWorkbook(EN, Map.of(), NOW, CaseQueries.ZONE)) {
      book.complete(cover(0));
      assertThrows(IllegalStateException.class, () -> book.add(row("a", null)));
    }
  }

  private static CaseCover cover(long rows) {
    return new CaseCover("All surveys", Map.of(), "Newest first", "All", "Alva (alva)", "r1", rows);
  }

  private static Row onlyCase(CaseRow row) throws IOException {
    try (XSSFWorkbook book = read(EN, List.of(row), 1_048_576, cover(1))) {
      return book.getSheet("Cases").getRow(1);
    }
  }

  private static Cell cell(Row row, String heading) {
    Cell cell = find(row, heading);
    assertNotNull(cell, heading);
    return cell;
  }

  private static @Nullable Cell find(Row row, String heading) {
    for (Cell cell : row.getSheet().getRow(0)) {
      if (cell.getStringCellValue().equals(heading)) {
        return row.getCell(cell.getColumnIndex());
      }
    }
    throw new AssertionError("no column " + heading);
  }

  private static XSSFWorkbook read(
      Locale locale, List<CaseRow> rows, int rowsPerSheet, CaseCover cover) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaseWorkbook book =
        new CaseWorkbook(
            locale, Map.of("sfo-2018", "Airport 2018"), NOW, CaseQueries.ZONE, rowsPerSheet)) {
      rows.forEach(book::add);
      book.complete(cover);
      book.writeTo(out);
    }
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static CaseRow row(@Nullable String words, @Nullable Instant nextDue) {
    Instant opened = Instant.parse("2018-05-31T22:30:00Z");
    return new CaseRow(
        Ids.next(),
        "SL-2018-000007",
        1,
        CaseState.DISMISSED,
        Severity.HIGH,
        3,
        words,
        List.of("Signs confusing", "Long walk"),
        "karin",
        "Karin",
        "signs",
        "Signs",
        "Wayfinding",
        null,
        null,
        null,
        null,
        false,
        opened,
        LocalDate.of(2018, 5, 21),
        opened,
        null,
        ContactOutcome.NO_ANSWER,
        opened,
        null,
        Instant.parse("2018-12-24T08:00:00Z"),
        null,
        null,
        nextDue == null ? null : ClockKind.CONTACT,
        nextDue,
        null,
        null,
        2,
        1,
        "sfo-2018",
        9,
        Instant.parse("2018-07-01T08:00:00Z"),
        null,
        0,
        0);
  }
}
