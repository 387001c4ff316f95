package cx.slinga.reporting;

import cx.slinga.cases.CaseRow;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of cases: a cover, then one row a case, on as many sheets as it takes, then one row an
 * action. Fed row by row; what is behind the last hundred rows lies in a file of the machine, which
 * {@link #close} deletes.
 *
 * <p>It is written out only after {@link #complete} found as many rows as were counted: half a
 * workbook never looks like a whole one.
 */
public final class CaseWorkbook implements AutoCloseable {
  private static final int WINDOW = 100;

  /** Heading and width in characters, in the order of the columns. */
  private enum Column {
    NUMBER("number", 17),
    STATE("state", 13),
    SEVERITY("severity", 11),
    SCORE("score", 8),
    WORDS("words", 60),
    COMMENTS("comments", 40),
    SURVEY("survey", 24),
    ANSWERED_ON("answered-on", 12),
    TOUCHPOINT("touchpoint", 24),
    DEPARTMENT("department", 20),
    CAUSE_TOUCHPOINT("cause-touchpoint", 24),
    CAUSE_DEPARTMENT("cause-department", 20),
    CAUSE("cause", 32),
    OWNER("owner", 20),
    OPENED("opened", 17),
    CONTACT_DUE("contact-due", 17),
    ANALYSIS_DUE("analysis-due", 17),
    RESOLUTION_DUE("resolution-due", 17),
    CONTACTED("contacted", 17),
    CONTACT_OUTCOME("contact-outcome", 22),
    ANALYSED("analysed", 17),
    RESOLVED("resolved", 17),
    CLOSED("closed", 17),
    LATE("late", 10),
    ACTIONS_TOTAL("actions-total", 11),
    ACTIONS_OPEN("actions-open", 13),
    RECOVERED("recovered", 12),
    RECOVERED_AT("recovered-at", 17);

    private final String key;
    private final int width;

    Column(String key, int width) {
      this.key = key;
      this.width = width;
    }
  }

  private final SXSSFWorkbook book = new SXSSFWorkbook(null, WINDOW, false, false);
  private final ExportWords words;
  private final Map<String, String> surveys;
  private final Instant asOf;
  private final ZoneId zone;
  private final int rowsPerSheet;

  private final CellStyle heading;
  private final CellStyle title;
  private final CellStyle note;
  private final CellStyle label;
  private final Cells cells;
  private final ActionSheets actions;

  private final SXSSFSheet cover;
  private SXSSFSheet sheet;
  private int sheets;
  private int nextRow;
  private long rows;
  private boolean complete;

  /**
   * An empty workbook.
   *
   * @param locale language of headings and words
   * @param surveys names of surveys by key
   * @param asOf when the rows were read; decides what is late
   * @param zone of all times in it
   */
  public CaseWorkbook(Locale locale, Map<String, String> surveys, Instant asOf, ZoneId zone) {
    this(locale, surveys, asOf, zone, SpreadsheetVersion.EXCEL2007.getMaxRows());
  }

  /** As the other, with fewer rows a sheet than Excel can hold, heading included. */
  CaseWorkbook(
      Locale locale, Map<String, String> surveys, Instant asOf, ZoneId zone, int rowsPerSheet) {
    this.words = new ExportWords(locale);
    this.surveys = Map.copyOf(surveys);
    this.asOf = asOf;
    this.zone = zone;
    this.rowsPerSheet = rowsPerSheet;
    Font bold = book.createFont();
    bold.setBold(true);
    Font large = book.createFont();
    large.setBold(true);
    large.setFontHeightInPoints((short) 16);
    heading = book.createCellStyle();
    heading.setFont(bold);
    heading.setWrapText(true);
    heading.setVerticalAlignment(VerticalAlignment.TOP);
    title = book.createCellStyle();
    title.setFont(large);
    label = book.createCellStyle();
    label.setFont(bold);
    label.setVerticalAlignment(VerticalAlignment.TOP);
    note = book.createCellStyle();
    note.setWrapText(true);
    note.setVerticalAlignment(VerticalAlignment.TOP);
    cells = new Cells(book, zone, " … " + words.text("cut", CellText.LONGEST));
    actions = new ActionSheets(book, words, cells, heading, rowsPerSheet);
    // first in the book, written last, when everything is known: it fits in the window
    cover = book.createSheet(name(words.text("cover"), 1));
    sheet = newSheet();
  }

  /** Appends a case. */
  public void add(CaseRow row) {
    if (complete) {
      throw new IllegalStateException("the workbook is complete");
    }
    if (nextRow == rowsPerSheet) {
      finishSheet();
      sheet = newSheet();
    }
    Row target = sheet.createRow(nextRow++);
    rows++;
    text(target, Column.NUMBER, row.number());
    text(target, Column.STATE, words.of(row.state()));
    text(target, Column.SEVERITY, words.of(row.severity()));
    number(target, Column.SCORE, row.score());
    text(target, Column.WORDS, row.words());
    text(target, Column.COMMENTS, String.join(" · ", row.comments()));
    text(target, Column.SURVEY, surveys.getOrDefault(row.survey(), row.survey()));
    cells.day(target, Column.ANSWERED_ON.ordinal(), row.answeredOn());
    text(target, Column.TOUCHPOINT, row.symptom());
    text(target, Column.DEPARTMENT, row.department());
    text(target, Column.CAUSE_TOUCHPOINT, row.causeTouchpoint());
    text(target, Column.CAUSE_DEPARTMENT, row.causeDepartment());
    text(target, Column.CAUSE, row.cause());
    text(target, Column.OWNER, row.ownerName());
    time(target, Column.OPENED, row.openedAt());
    time(target, Column.CONTACT_DUE, row.contactDueAt());
    time(target, Column.ANALYSIS_DUE, row.analysisDueAt());
    time(target, Column.RESOLUTION_DUE, row.resolutionDueAt());
    time(target, Column.CONTACTED, row.contactedAt());
    text(
        target,
        Column.CONTACT_OUTCOME,
        row.contactOutcome() == null ? null : words.of(row.contactOutcome()));
    time(target, Column.ANALYSED, row.analysedAt());
    time(target, Column.RESOLVED, row.resolvedAt());
    time(target, Column.CLOSED, row.closedAt());
    Instant due = row.nextDueAt();
    text(target, Column.LATE, words.of(due != null && due.isBefore(asOf)));
    number(target, Column.ACTIONS_TOTAL, row.actionsTotal());
    number(target, Column.ACTIONS_OPEN, row.actionsOpen());
    number(target, Column.RECOVERED, row.recoveredScore());
    time(target, Column.RECOVERED_AT, row.recoveredAt());
  }

  /** Appends an action; cases come before actions. */
  public void add(ActionLine line) {
    if (complete) {
      throw new IllegalStateException("the workbook is complete");
    }
    actions.add(line);
  }

  /** How many cases were added. */
  public long rows() {
    return rows;
  }

  /**
   * Fills the cover in.
   *
   * @throws IllegalStateException when there are more or fewer rows than were counted
   */
  public void complete(CaseCover about) {
    if (about.rows() != rows) {
      throw new IllegalStateException("counted " + about.rows() + " cases, wrote " + rows);
    }
    finishSheet();
    actions.finish();
    int line = 0;
    Cell top = cover.createRow(line++).createCell(0);
    top.setCellValue(words.text("title"));
    top.setCellStyle(title);
    line++;
    line = fact(line, words.text("survey"), about.survey());
    if (about.filter().isEmpty()) {
      line = fact(line, words.text("filter"), words.text("filter.none"));
    }
    String before = words.text("filter") + ": ";
    for (Map.Entry<String, String> restriction : about.filter().entrySet()) {
      line = fact(line, before + restriction.getKey(), restriction.getValue());
    }
    line = fact(line, words.text("sort"), about.order());
    line = fact(line, words.text("scope"), about.scope());
    line = fact(line, words.text("rows"), "");
    cover.getRow(line - 1).createCell(1).setCellValue(rows);
    line = fact(line, words.text("sheets"), "");
    cover.getRow(line - 1).createCell(1).setCellValue(sheets);
    line = fact(line, words.text("action-rows"), "");
    cover.getRow(line - 1).createCell(1).setCellValue(actions.rows());
    line = fact(line, words.text("made-by"), about.madeBy());
    line = fact(line, words.text("made-at"), "");
    cells.instant(cover.getRow(line - 1).createCell(1), asOf);
    line = fact(line, words.text("zone"), zone.getId());
    line = fact(line, words.text("record"), about.record());
    line++;
    for (String key : List.of("note.times", "note.late", "note.text")) {
      Cell cell = cover.createRow(line++).createCell(1);
      cell.setCellValue(words.text(key));
      cell.setCellStyle(note);
    }
    cover.setColumnWidth(0, 30 * 256);
    cover.setColumnWidth(1, 70 * 256);
    complete = true;
  }

  /**
   * Writes the workbook out; {@code out} is not closed.
   *
   * @throws IllegalStateException before {@link #complete}
   */
  public void writeTo(OutputStream out) throws IOException {
    if (!complete) {
      throw new IllegalStateException("the workbook is not complete");
    }
    book.write(out);
    out.flush();
  }

  /** Deletes the files behind it. */
  @Override
  public void close() throws IOException {
    book.close();
  }

  private SXSSFSheet newSheet() {
    SXSSFSheet made = book.createSheet(name(words.text("cases"), ++sheets));
    Row top = made.createRow(0);
    for (Column column : Column.values()) {
      Cell cell = top.createCell(column.ordinal());
      cell.setCellValue(words.text("column." + column.key));
      cell.setCellStyle(heading);
      made.setColumnWidth(column.ordinal(), column.width * 256);
    }
    made.createFreezePane(1, 1);
    nextRow = 1;
    return made;
  }

  private void finishSheet() {
    sheet.setAutoFilter(new CellRangeAddress(0, nextRow - 1, 0, Column.values().length - 1));
  }

  static String name(String word, int number) {
    return WorkbookUtil.createSafeSheetName(number == 1 ? word : word + " " + number);
  }

  private int fact(int line, String name, String value) {
    Row row = cover.createRow(line);
    Cell first = row.createCell(0);
    first.setCellValue(name);
    first.setCellStyle(label);
    if (!value.isEmpty()) {
      cells.string(row.createCell(1), value);
    }
    return line + 1;
  }

  private void text(Row row, Column column, @Nullable String value) {
    cells.text(row, column.ordinal(), value);
  }

  private void number(Row row, Column column, @Nullable Integer value) {
    cells.number(row, column.ordinal(), value);
  }

  private void time(Row row, Column column, @Nullable Instant value) {
    cells.time(row, column.ordinal(), value);
  }
}
