package cx.slinga.imports;

import cx.slinga.csv.CsvLine;
import cx.slinga.csv.CsvRecords;
import cx.slinga.feedback.CodeList;
import cx.slinga.feedback.ReadRow;
import cx.slinga.feedback.ResponseReader;
import cx.slinga.feedback.SurveyMapping;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of a survey, read row by row. For one thread. */
final class ResponseFile implements Closeable {
  private final CsvRecords records;
  private final ResponseReader reader;

  /**
   * Reads the header. Takes the stream over.
   *
   * @throws cx.slinga.shared.BusinessException when it is no CSV file, empty, or lacks columns that
   *     the mapping needs
   */
  ResponseFile(SurveyMapping mapping, CodeList codeList, InputStream content, LocalDate today) {
    this.records = new CsvRecords(content);
    this.reader =
        new ResponseReader(mapping, records.header(), records.separator(), codeList, today);
  }

  List<String> header() {
    return reader.header();
  }

  /** Passes over rows that were taken in before. */
  void skip(long rows) {
    records.skip(rows);
  }

  /** What the next row says, or null at the end. */
  @Nullable ReadRow next() {
    CsvLine line = records.next();
    return line == null ? null : reader.read(line);
  }

  long bytesRead() {
    return records.bytesRead();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
