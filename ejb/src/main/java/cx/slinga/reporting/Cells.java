package cx.slinga.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** How values stand in cells: text is never a formula, days and times are real ones of the zone. */
final class Cells {
  private static final int EPOCH = 25_569; // 1 January 1970 as a spreadsheet counts days
  private static final double SECONDS_A_DAY = 86_400;

  private final ZoneId zone;
  private final String cut;
  private final CellStyle plain;
  private final CellStyle quoted;
  private final CellStyle date;
  private final CellStyle time;

  /**
   * @param zone of all times
   * @param cut stands at the end of a text that no cell can hold
   */
  Cells(Workbook book, ZoneId zone, String cut) {
    this.zone = zone;
    this.cut = cut;
    // named for every cell: where a cell has no style, POI searches the columns' definitions for
    // one
    plain = book.getCellStyleAt(0);
    quoted = book.createCellStyle();
    quoted.setQuotePrefixed(true);
    date = book.createCellStyle();
    date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
    time = book.createCellStyle();
    time.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
  }

  void text(Row row, int column, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      string(row.createCell(column), value);
    }
  }

  void string(Cell cell, String value) {
    cell.setCellValue(CellText.clean(value, cut));
    cell.setCellStyle(CellText.looksLikeFormula(value) ? quoted : plain);
  }

  void number(Row row, int column, @Nullable Integer value) {
    if (value != null) {
      Cell cell = row.createCell(column);
      cell.setCellValue(value);
      cell.setCellStyle(plain);
    }
  }

  void day(Row row, int column, LocalDate value) {
    Cell cell = row.createCell(column);
    cell.setCellValue((double) (value.toEpochDay() + EPOCH));
    cell.setCellStyle(date);
  }

  void time(Row row, int column, @Nullable Instant value) {
    if (value != null) {
      instant(row.createCell(column), value);
    }
  }

  void instant(Cell cell, Instant value) {
    long local = value.getEpochSecond() + zone.getRules().getOffset(value).getTotalSeconds();
    cell.setCellValue(local / SECONDS_A_DAY + EPOCH);
    cell.setCellStyle(time);
  }
}
