package cx.slinga.bench;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.reporting.CaseExport;
import cx.slinga.reporting.CaseWorkbook;
import cx.slinga.security.Caller;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The export of cases, from the first question to the database to the last byte of the workbook,
 * against a bare POI loop that writes the same cells with the same styles from memory.
 */
final class ExportBench {
  private static final double LEAST = 0.5;

  private final World world;
  private final int rows;
  private final Caller reader;
  private final Path ours;
  private final Path bare;

  ExportBench(World world, int rows, Caller reader, Path directory) {
    this.world = world;
    this.rows = rows;
    this.reader = reader;
    this.ours = directory.resolve("slinga.xlsx");
    this.bare = directory.resolve("bare.xlsx");
  }

  Comparison run(int warmUps, int runs) {
    List<Object[]> cells = new ArrayList<>(rows);
    world.connection.inTransaction(
        () -> {
          world.cases.each(
              reader.cases(), CaseFilter.all(), CaseSort.DUE, row -> cells.add(cells(row)));
          return true;
        });
    double[] product = new double[runs];
    double[] loop = new double[runs];
    for (int i = -warmUps; i < runs; i++) {
      double one = Timing.once(this::export);
      double other = Timing.once(() -> loop(cells));
      if (i >= 0) {
        product[i] = one;
        loop[i] = other;
      }
    }
    compareSizes();
    return Comparison.speed(
        String.format("export of %,d cases", rows),
        Timing.median(product),
        "bare POI loop",
        Timing.median(loop),
        LEAST);
  }

  private boolean export() throws IOException {
    CaseExport export = new CaseExport(world.database, event -> {}, World.CLOCK);
    CaseWorkbook made =
        world.connection.inTransaction(
            () -> {
              try {
                return export.make(reader, CaseFilter.all(), CaseSort.DUE, Locale.ENGLISH);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try (CaseWorkbook book = made;
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(ours))) {
      book.writeTo(out);
      return book.rows() == rows;
    }
  }

  private boolean loop(List<Object[]> cells) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, false, false);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(bare))) {
      CellStyle date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
      CellStyle time = book.createCellStyle();
      time.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
      Sheet sheet = book.createSheet();
      int next = 1;
      for (Object[] values : cells) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < values.length; column++) {
          Object value = values[column];
          if (value instanceof String text) {
            row.createCell(column).setCellValue(text);
          } else if (value instanceof Double number) {
            row.createCell(column).setCellValue(number);
          } else if (value instanceof Moment moment) {
            Cell cell = row.createCell(column);
            cell.setCellValue(moment.days);
            cell.setCellStyle(moment.withTime ? time : date);
          }
        }
      }
      book.write(out);
      return true;
    }
  }

  /** Both must have done the same work. */
  private void compareSizes() {
    try {
      double ratio = (double) Files.size(bare) / Files.size(ours);
      if (ratio < 0.97 || ratio > 1.03) {
        throw new IllegalStateException("the bare loop wrote something else: " + ratio);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Moment(double days, boolean withTime) {}

  private static @Nullable Object[] cells(CaseRow row) {
    Instant due = row.nextDueAt();
    return new @Nullable Object[] {
      row.number(),
      word(row.state().name()),
      word(row.severity().name()),
      row.score() == null ? null : (double) row.score(),
      row.words(),
      row.comments().isEmpty() ? null : String.join(" · ", row.comments()),
      "San Francisco Airport, May 2018",
      new Moment(row.answeredOn().toEpochDay() + 25_569, false),
      row.symptom(),
      row.department(),
      row.causeTouchpoint(),
      row.causeDepartment(),
      row.cause(),
      row.ownerName(),
      moment(row.openedAt()),
      moment(row.contactDueAt()),
      moment(row.analysisDueAt()),
      moment(row.resolutionDueAt()),
      moment(row.contactedAt()),
      row.contactOutcome() == null ? null : word(row.contactOutcome().name()),
      moment(row.analysedAt()),
      moment(row.resolvedAt()),
      moment(row.closedAt()),
      due != null && due.isBefore(World.NOW) ? "Yes" : "No",
      (double) row.actionsTotal(),
      (double) row.actionsOpen()
    };
  }

  private static String word(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
  }

  private static @Nullable Moment moment(@Nullable Instant instant) {
    return instant == null
        ? null
        : new Moment(
            (instant.getEpochSecond()
                        + CaseQueries.ZONE.getRules().getOffset(instant).getTotalSeconds())
                    / 86_400.0
                + 25_569,
            true);
  }
}
