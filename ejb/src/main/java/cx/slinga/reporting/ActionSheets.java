package cx.slinga.reporting;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The actions in a workbook of cases: one row each, on as many sheets as it takes. */
final class ActionSheets {
  /** Heading and width in characters, in the order of the columns. */
  private enum Column {
    CASE("case", 17),
    CAUSE("cause", 32),
    TITLE("title", 50),
    KIND("kind", 24),
    OWNER("owner", 20),
    DEADLINE("deadline", 12),
    FIRST_DEADLINE("first-deadline", 12),
    MOVES("moves", 10),
    STATE("state", 13),
    ENDED("ended", 17),
    EVIDENCE("evidence", 10),
    PROJECT("project", 40);

    private final String key;
    private final int width;

    Column(String key, int width) {
      this.key = key;
      this.width = width;
    }
  }

  private final SXSSFWorkbook book;
  private final ExportWords words;
  private final Cells cells;
  private final CellStyle heading;
  private final int rowsPerSheet;

  private @Nullable SXSSFSheet sheet;
  private int sheets;
  private int nextRow;
  private long rows;

  ActionSheets(
      SXSSFWorkbook book, ExportWords words, Cells cells, CellStyle heading, int rowsPerSheet) {
    this.book = book;
    this.words = words;
    this.cells = cells;
    this.heading = heading;
    this.rowsPerSheet = rowsPerSheet;
  }

  void add(ActionLine line) {
    SXSSFSheet current = sheet;
    if (current == null || nextRow == rowsPerSheet) {
      finish();
      current = begin();
      sheet = current;
    }
    Row row = current.createRow(nextRow++);
    rows++;
    cells.text(row, Column.CASE.ordinal(), line.caseNumber());
    cells.text(row, Column.CAUSE.ordinal(), line.cause());
    cells.text(row, Column.PROJECT.ordinal(), line.project());
    cells.text(row, Column.TITLE.ordinal(), line.title());
    cells.text(row, Column.KIND.ordinal(), words.text("kind." + line.kind()));
    cells.text(row, Column.OWNER.ordinal(), line.owner());
    cells.day(row, Column.DEADLINE.ordinal(), line.deadline());
    cells.day(row, Column.FIRST_DEADLINE.ordinal(), line.firstDeadline());
    cells.number(row, Column.MOVES.ordinal(), line.deadlineMoves());
    cells.text(row, Column.STATE.ordinal(), words.text("action-state." + line.state()));
    cells.time(row, Column.ENDED.ordinal(), line.endedAt());
    cells.number(row, Column.EVIDENCE.ordinal(), line.evidence());
  }

  long rows() {
    return rows;
  }

  /** Nothing more comes on this sheet. */
  void finish() {
    SXSSFSheet current = sheet;
    if (current != null) {
      current.setAutoFilter(new CellRangeAddress(0, nextRow - 1, 0, Column.values().length - 1));
    }
  }

  private SXSSFSheet begin() {
    SXSSFSheet made = book.createSheet(CaseWorkbook.name(words.text("actions"), ++sheets));
    Row top = made.createRow(0);
    for (Column column : Column.values()) {
      Cell cell = top.createCell(column.ordinal());
      cell.setCellValue(words.text("action-column." + column.key));
      cell.setCellStyle(heading);
      made.setColumnWidth(column.ordinal(), column.width * 256);
    }
    made.createFreezePane(1, 1);
    nextRow = 1;
    return made;
  }
}
