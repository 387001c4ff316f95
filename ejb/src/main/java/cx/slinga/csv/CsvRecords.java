package cx.slinga.csv;

import cx.slinga.csv.RecordCutter.Cut;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.CharArrayReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a CSV file one after the other, whatever the file is like: byte order mark,
 * encoding (UTF-8, UTF-16 with its mark, windows-1252) and separator (comma, semicolon, tab) are
 * found out. Blank lines are no records.
 *
 * <p>A broken record costs only itself. The file is first cut into records at line ends outside
 * quotes; a record of several lines that turns out not to be one, because a quote was never closed,
 * is given back: its first line is reported and reading goes on at the next. The records that
 * remain are parsed by the library, many at a time.
 *
 * <p>Memory is bounded by a record's limits (1 MiB, 200 lines), however long a line is. For one
 * thread. Reading errors of the stream become {@link UncheckedIOException}.
 */
public final class CsvRecords implements Closeable {

  /** Longest record, in bytes. */
  public static final int MAX_RECORD_BYTES = 1 << 20;

  /** Most physical lines of a record. */
  public static final int MAX_RECORD_LINES = 200;

  private static final int MAX_COLUMNS = 5_000;
  private static final int BATCH_RECORDS = 1_024;
  private static final int BATCH_CHARS = 256 * 1024;

  private final ByteWindow window;
  private final RecordCutter cutter;
  private final CsvFormat format;
  private final CharsetDecoder decoder;
  private final CsvReader.CsvReaderBuilder parser;
  private final List<String> header;
  private final long headerLine;

  private long ordinal;

  private final @Nullable CsvLine[] batch = new CsvLine[BATCH_RECORDS];
  private final long[] batchLines = new long[BATCH_RECORDS];
  private final int[] batchOffsets = new int[BATCH_RECORDS];
  private final int[] batchLengths = new int[BATCH_RECORDS];
  private int batchSize;
  private int batchNext;
  private char[] chars = new char[4 * 1024];

  /**
   * Looks at the beginning of the file and reads its header. Takes the stream over: closing the
   * records closes it.
   *
   * @throws NotACsvException when the file is empty, is not text or has no readable header
   */
  public CsvRecords(InputStream file) {
    this.window = new ByteWindow(file);
    try {
      this.format = CsvFormat.of(window);
      this.cutter = new RecordCutter(window, format);
      this.decoder =
          format
              .charset()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      this.parser = CsvReader.builder().fieldSeparator(format.separator()).skipEmptyLines(false);
      Cut cut = cutter.cut();
      if (cut == Cut.END) {
        throw new NotACsvException("import.file-empty");
      }
      this.headerLine = cutter.line();
      if (cut != Cut.RECORD
          || cutter.hasNul()
          || cutter.hasTextAfterQuote()
          || cutter.fieldCount() > MAX_COLUMNS) {
        throw new NotACsvException("import.header-unreadable");
      }
      int decoded = decode(0);
      if (decoded < 0) {
        throw new NotACsvException("import.header-unreadable");
      }
      List<String> fields = parseOne(0, decoded);
      if (fields == null) {
        throw new NotACsvException("import.header-unreadable");
      }
      this.header = fields;
      cutter.expect(fields.size());
      cutter.consumeRecord();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the columns, as they stand in the file. */
  public List<String> header() {
    return header;
  }

  /** The physical line on which the header begins. */
  public long headerLine() {
    return headerLine;
  }

  /** What the file is taken to be written in. */
  public Charset charset() {
    return format.charset();
  }

  /** What stands between the fields. */
  public char separator() {
    return format.separator();
  }

  /** How much of the file is read, in bytes; a little ahead of the records handed out. */
  public long bytesRead() {
    return window.passed();
  }

  /** The next record or malformed line, or null at the end of the file. */
  public @Nullable CsvLine next() {
    if (batchNext == batchSize) {
      try {
        readBatch();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (batchSize == 0) {
        return null;
      }
    }
    CsvLine found = batch[batchNext];
    batch[batchNext++] = null;
    return found;
  }

  /**
   * Passes over records and malformed lines without parsing them: after {@code skip(n)} at the
   * beginning the next has the ordinal n + 1.
   */
  public void skip(long count) {
    long left = count;
    while (left > 0 && batchNext < batchSize) {
      batch[batchNext++] = null;
      left--;
    }
    try {
      while (left > 0) {
        Cut cut = cutter.cut();
        if (cut == Cut.END) {
          return;
        }
        ordinal++;
        left--;
        if (cut == Cut.RECORD) {
          cutter.consumeRecord();
        } else {
          cutter.consumeFirstLine();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    window.in.close();
  }

  private void readBatch() throws IOException {
    batchSize = 0;
    batchNext = 0;
    int used = 0;
    int good = 0;
    long firstOrdinal = ordinal + 1;
    while (batchSize < BATCH_RECORDS && used < BATCH_CHARS) {
      Cut cut = cutter.cut();
      if (cut == Cut.END) {
        break;
      }
      ordinal++;
      int slot = batchSize++;
      batchLines[slot] = cutter.line();
      if (cut != Cut.RECORD) {
        boolean tooLong = cut == Cut.TOO_LONG;
        batch[slot] =
            malformed(
                tooLong ? Malformation.RECORD_TOO_LONG : Malformation.QUOTE_NEVER_CLOSED,
                List.of(),
                cutter.firstLength());
        cutter.consumeFirstLine();
        continue;
      }
      int decoded;
      if (cutter.hasNul()) {
        batch[slot] = malformed(Malformation.NUL, List.of(), cutter.length());
      } else if (cutter.hasTextAfterQuote()) {
        batch[slot] = malformed(Malformation.TEXT_AFTER_QUOTE, List.of(), cutter.length());
      } else if (cutter.fieldCount() != header.size()) {
        batch[slot] =
            malformed(
                Malformation.FIELD_COUNT,
                List.of(Integer.toString(header.size()), Integer.toString(cutter.fieldCount())),
                cutter.length());
      } else if ((decoded = decode(used)) < 0) {
        batch[slot] = malformed(Malformation.INVALID_ENCODING, List.of(), cutter.length());
      } else {
        batchOffsets[slot] = used;
        batchLengths[slot] = decoded;
        used += decoded;
        chars[used++] = '\n';
        good++;
      }
      cutter.consumeRecord();
    }
    if (good > 0) {
      parseBatch(used, good, firstOrdinal);
    }
  }

  private void parseBatch(int used, int good, long firstOrdinal) throws IOException {
    List<String[]> parsed = new ArrayList<>(good);
    try (CsvReader<String[]> reader =
        parser.build(StringArrayHandler.of(), new CharArrayReader(chars, 0, used))) {
      Iterator<String[]> records = reader.iterator();
      while (records.hasNext()) {
        parsed.add(records.next());
      }
    } catch (CsvParseException disagreed) {
      parsed.clear();
    }
    // The library must see the same records as the cutting did. Should it ever not, each is parsed
    // alone, so that the difference cannot spread to its neighbours.
    boolean agreed = parsed.size() == good;
    int nextParsed = 0;
    for (int slot = 0; slot < batchSize; slot++) {
      if (batch[slot] != null) {
        continue;
      }
      long number = firstOrdinal + slot;
      List<String> fields =
          agreed
              ? Collections.unmodifiableList(Arrays.asList(parsed.get(nextParsed++)))
              : parseOne(batchOffsets[slot], batchLengths[slot]);
      batch[slot] =
          fields != null && fields.size() == header.size()
              ? new CsvRecord(number, batchLines[slot], fields)
              : new MalformedLine(
                  number,
                  batchLines[slot],
                  Malformation.TEXT_AFTER_QUOTE,
                  List.of(),
                  Excerpt.of(new String(chars, batchOffsets[slot], batchLengths[slot])));
    }
  }

  private @Nullable List<String> parseOne(int offset, int count) throws IOException {
    try (CsvReader<String[]> reader =
        parser.build(StringArrayHandler.of(), new CharArrayReader(chars, offset, count))) {
      Iterator<String[]> records = reader.iterator();
      if (!records.hasNext()) {
        return null;
      }
      List<String> fields = Collections.unmodifiableList(Arrays.asList(records.next()));
      return records.hasNext() ? null : fields;
    } catch (CsvParseException notARecord) {
      return null;
    }
  }

  /** Puts the characters of what was cut to {@code at}; -1 when they are not valid. */
  private int decode(int at) {
    int from = window.start;
    int count = cutter.length();
    if (at + count + 1 > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(at + count + 1, chars.length * 2));
    }
    if (!cutter.hasHigh()) {
      byte[] bytes = window.buffer;
      char[] to = chars;
      for (int i = 0; i < count; i++) {
        to[at + i] = (char) bytes[from + i];
      }
      return count;
    }
    CharBuffer to = CharBuffer.wrap(chars, at, chars.length - at);
    decoder.reset();
    if (decoder.decode(ByteBuffer.wrap(window.buffer, from, count), to, true).isError()
        || decoder.flush(to).isError()) {
      return -1;
    }
    return to.position() - at;
  }

  private MalformedLine malformed(Malformation reason, List<String> args, int bytes) {
    int count = Math.min(bytes, Excerpt.MAX_CHARS * 4);
    String beginning = new String(window.buffer, window.start, count, format.charset());
    return new MalformedLine(ordinal, cutter.line(), reason, args, Excerpt.of(beginning));
  }
}
