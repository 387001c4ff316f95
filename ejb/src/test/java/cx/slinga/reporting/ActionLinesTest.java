package cx.slinga.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddAction;
import cx.slinga.actionplan.AddSharedAction;
import cx.slinga.bulk.BulkHouse;
import cx.slinga.cases.CaseFilter;
import cx.slinga.security.CurrentUser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The actions of a workbook of cases, from the real database to real cells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionLinesTest {
  private static final Instant NOW = Instant.parse("2026-11-16T08:00:00Z");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

  private BulkHouse house;

  @BeforeAll
  void open() {
    house = new BulkHouse();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
  }

  @Test
  void theActionsOfTheCasesAndOfTheirSharedPlanComeOnceEach() {
    List<String> numbers = house.cases(2, "OPEN", "signs", "karin");
    String hidden = house.cases(1, "OPEN", "food", "kaj").get(0);
    house.database.write(
        h ->
            h.execute(
                "update cases set cause_id = ?, cause_department_id = ? where number <> ?",
                house.id("cause-signs"),
                house.id("signs"),
                hidden));
    house.wired.as("cecilia");
    plan(numbers.get(1), "Call the painter");
    plan(hidden, "Cook it");
    house.wired.run(
        () ->
            house
                .wired
                .get(ActionService.class)
                .addShared(
                    new AddSharedAction(
                        house.id("cause-signs"),
                        "Put up a sign",
                        ActionKind.PREVENTIVE,
                        "dag",
                        TUESDAY,
                        null)));
    List<ActionLine> lines = lines("karin");
    assertEquals(
        List.of("Call the painter", "Put up a sign"),
        lines.stream().map(ActionLine::title).toList());
    assertEquals(numbers.get(1), lines.get(0).caseNumber());
    assertEquals("signs", lines.get(0).cause());
    assertNull(lines.get(1).caseNumber());
    assertEquals(3, lines("cecilia").size());
  }

  @Test
  void deadlinesAreRealDates() throws IOException {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    house.wired.as("cecilia");
    plan(number, "=1+1");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaseWorkbook book =
        new CaseWorkbook(Locale.ENGLISH, Map.of(), NOW, java.time.ZoneId.of("Europe/Stockholm"))) {
      lines("cecilia").forEach(line -> book.add(line));
      book.complete(new CaseCover("All", Map.of(), "Newest", "All", "Cecilia", "1", 0));
      book.writeTo(out);
    }
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      Row row = read.getSheet("Actions").getRow(1);
      assertEquals(number, row.getCell(0).getStringCellValue());
      assertEquals("=1+1", row.getCell(2).getStringCellValue());
      assertEquals("Remove the cause", row.getCell(3).getStringCellValue());
      assertTrue(DateUtil.isCellDateFormatted(row.getCell(5)));
      assertEquals(TUESDAY, row.getCell(5).getLocalDateTimeCellValue().toLocalDate());
      assertEquals("Open", row.getCell(8).getStringCellValue());
      assertEquals(0, row.getCell(10).getNumericCellValue());
    }
  }

  private void plan(String number, String title) {
    house.wired.run(
        () ->
            house
                .wired
                .get(ActionService.class)
                .add(new AddAction(number, null, title, ActionKind.CORRECTIVE, "karin", TUESDAY)));
  }

  private List<ActionLine> lines(String who) {
    house.wired.as(who);
    List<ActionLine> lines = new ArrayList<>();
    new ActionLines(house.database)
        .each(
            house.wired.get(CurrentUser.class).get().cases(),
            CaseFilter.parse(name -> null),
            NOW,
            lines::add);
    return lines;
  }
}
