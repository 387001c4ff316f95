package cx.slinga.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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

  private static final int SNIFF_BINARY_BYTES = 8 * 1024;
  private static final int SNIFF_ENCODING_BYTES = 256 * 1024;
  private static final int MAX_COLUMNS = 5_000;
  private static final int BATCH_RECORDS = 1_024;
  private static final int BATCH_CHARS = 256 * 1024;

  private static final byte OTHER = 0;
  private static final byte SEPARATOR = 1;
  private static final byte QUOTE = 2;
  private static final byte CR = 3;
  private static final byte LF = 4;
  private static final byte NUL = 5;
  private static final byte HIGH = 6;

  /** Where the cutting stands within a record. */
  private enum Place {
    FIELD_START,
    IN_FIELD,
    IN_QUOTES,
    AFTER_QUOTE,
    IN_TEXT_AFTER_QUOTE
  }

  /** What the cutting found. */
  private enum Cut {
    RECORD,
    UNCLOSED,
    TOO_LONG,
    END
  }

  private InputStream in;
  private byte[] buffer = new byte[16 * 1024];
  private int start;
  private int limit;
  private boolean ended;
  private long bytesBeforeBuffer;

  private final Charset charset;
  private final CharsetDecoder decoder;
  private final char separator;
  private final byte[] kinds = new byte[256];
  private final CsvReader.CsvReaderBuilder parser;
  private final List<String> header;
  private final long headerLine;

  // of the record that was cut last, counted from start
  private int length;
  private int next;
  private int lines;
  private int fieldCount;
  private int firstLength;
  private int firstNext;
  private boolean nul;
  private boolean high;
  private boolean textAfterQuote;

  private int columns = -1;
  private long line = 1;
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
    this.in = file;
    try {
      while (limit < SNIFF_BINARY_BYTES && fill()) {
        // enough to tell text from the rest
      }
      if (startsWith(0xFF, 0xFE)) {
        transcode(StandardCharsets.UTF_16LE);
      } else if (startsWith(0xFE, 0xFF)) {
        transcode(StandardCharsets.UTF_16BE);
      } else if (startsWith(0xEF, 0xBB, 0xBF)) {
        start = 3;
      }
      refuseBinary();
      while (limit < SNIFF_ENCODING_BYTES && fill()) {
        // enough to see some letters that are not ASCII
      }
      this.charset = sniffCharset();
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      this.separator = sniffSeparator();
      Arrays.fill(kinds, 128, 256, HIGH);
      kinds[0] = NUL;
      kinds['\r'] = CR;
      kinds['\n'] = LF;
      kinds['"'] = QUOTE;
      kinds[separator] = SEPARATOR;
      this.parser = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false);
      Cut cut = cutRecord();
      if (cut == Cut.END) {
        throw new NotACsvException("import.file-empty");
      }
      this.headerLine = line;
      if (cut != Cut.RECORD || nul || textAfterQuote || fieldCount > MAX_COLUMNS) {
        throw new NotACsvException("import.header-unreadable");
      }
      int decoded = decode(start, length, 0);
      if (decoded < 0) {
        throw new NotACsvException("import.header-unreadable");
      }
      List<String> fields = parseOne(0, decoded);
      if (fields == null) {
        throw new NotACsvException("import.header-unreadable");
      }
      this.header = fields;
      this.columns = fields.size();
      consumeRecord();
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
    return charset;
  }

  /** What stands between the fields. */
  public char separator() {
    return separator;
  }

  /** How much of the file is read, in bytes; a little ahead of the records handed out. */
  public long bytesRead() {
    return bytesBeforeBuffer + start;
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
        Cut cut = cutRecord();
        if (cut == Cut.END) {
          return;
        }
        ordinal++;
        left--;
        if (cut == Cut.RECORD) {
          consumeRecord();
        } else {
          consumeFirstLine();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void readBatch() throws IOException {
    batchSize = 0;
    batchNext = 0;
    int used = 0;
    int good = 0;
    long firstOrdinal = ordinal + 1;
    while (batchSize < BATCH_RECORDS && used < BATCH_CHARS) {
      Cut cut = cutRecord();
      if (cut == Cut.END) {
        break;
      }
      ordinal++;
      int slot = batchSize++;
      batchLines[slot] = line;
      if (cut != Cut.RECORD) {
        boolean tooLong = cut == Cut.TOO_LONG;
        batch[slot] =
            malformed(
                tooLong ? Malformation.RECORD_TOO_LONG : Malformation.QUOTE_NEVER_CLOSED,
                List.of(),
                firstLength);
        consumeFirstLine();
        continue;
      }
      int decoded;
      if (nul) {
        batch[slot] = malformed(Malformation.NUL, List.of(), length);
      } else if (textAfterQuote) {
        batch[slot] = malformed(Malformation.TEXT_AFTER_QUOTE, List.of(), length);
      } else if (fieldCount != columns) {
        batch[slot] =
            malformed(
                Malformation.FIELD_COUNT,
                List.of(Integer.toString(columns), Integer.toString(fieldCount)),
                length);
      } else if ((decoded = decode(start, length, used)) < 0) {
        batch[slot] = malformed(Malformation.INVALID_ENCODING, List.of(), length);
      } else {
        batchOffsets[slot] = used;
        batchLengths[slot] = decoded;
        used += decoded;
        chars[used++] = '\n';
        good++;
      }
      consumeRecord();
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
          fields != null && fields.size() == columns
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

  /** Characters of a stretch of the buffer are put to {@code at}; -1 when they are not valid. */
  private int decode(int from, int count, int at) {
    if (at + count + 1 > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(at + count + 1, chars.length * 2));
    }
    if (!high) {
      byte[] bytes = buffer;
      char[] to = chars;
      for (int i = 0; i < count; i++) {
        to[at + i] = (char) bytes[from + i];
      }
      return count;
    }
    CharBuffer to = CharBuffer.wrap(chars, at, chars.length - at);
    decoder.reset();
    if (decoder.decode(ByteBuffer.wrap(buffer, from, count), to, true).isError()
        || decoder.flush(to).isError()) {
      return -1;
    }
    return to.position() - at;
  }

  private MalformedLine malformed(Malformation reason, List<String> args, int bytes) {
    int count = Math.min(bytes, Excerpt.MAX_CHARS * 4);
    return new MalformedLine(
        ordinal, line, reason, args, Excerpt.of(new String(buffer, start, count, charset)));
  }

  // ---- cutting ----

  /** Cuts the next record that is not blank, without consuming it. */
  private Cut cutRecord() throws IOException {
    while (true) {
      Cut cut = scan();
      if (cut != Cut.RECORD || !isBlank()) {
        if (cut == Cut.RECORD
            && lines > 1
            && (textAfterQuote || (columns >= 0 && fieldCount != columns))) {
          // The quote that seemed to end the field opened another, lines below.
          return Cut.UNCLOSED;
        }
        return cut;
      }
      consumeRecord();
    }
  }

  private boolean isBlank() {
    if (fieldCount > 1 || lines > 1) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      byte b = buffer[start + i];
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private Cut scan() throws IOException {
    Place place = Place.FIELD_START;
    lines = 1;
    fieldCount = 1;
    firstLength = -1;
    firstNext = -1;
    nul = false;
    high = false;
    textAfterQuote = false;
    int n = 0;
    while (true) {
      if (start + n == limit) {
        if (n > MAX_RECORD_BYTES) {
          return tooLong(n);
        }
        if (!fill()) {
          return atEndOfFile(n, place);
        }
      }
      byte kind = kinds[buffer[start + n] & 0xFF];
      switch (kind) {
        case OTHER -> place = afterText(place);
        case HIGH -> {
          high = true;
          place = afterText(place);
        }
        case NUL -> {
          nul = true;
          place = afterText(place);
        }
        case SEPARATOR -> {
          if (place != Place.IN_QUOTES) {
            place = Place.FIELD_START;
            fieldCount++;
          }
        }
        case QUOTE ->
            place =
                switch (place) {
                  case FIELD_START, AFTER_QUOTE -> Place.IN_QUOTES;
                  case IN_QUOTES -> Place.AFTER_QUOTE;
                  case IN_FIELD -> Place.IN_FIELD;
                  case IN_TEXT_AFTER_QUOTE -> Place.IN_TEXT_AFTER_QUOTE;
                };
        default -> {
          int end = n;
          if (kind == CR && (start + n + 1 < limit || fill()) && buffer[start + n + 1] == '\n') {
            n++;
          }
          if (firstLength < 0) {
            firstLength = end;
            firstNext = n + 1;
          }
          if (place != Place.IN_QUOTES) {
            length = end;
            next = n + 1;
            return length > MAX_RECORD_BYTES ? tooLong(length) : Cut.RECORD;
          }
          if (++lines > MAX_RECORD_LINES) {
            return Cut.UNCLOSED;
          }
        }
      }
      n++;
    }
  }

  private Place afterText(Place place) {
    return switch (place) {
      case FIELD_START -> Place.IN_FIELD;
      case AFTER_QUOTE -> {
        textAfterQuote = true;
        yield Place.IN_TEXT_AFTER_QUOTE;
      }
      case IN_FIELD, IN_QUOTES, IN_TEXT_AFTER_QUOTE -> place;
    };
  }

  private Cut tooLong(int n) {
    if (firstLength < 0) {
      firstLength = n; // its end was not seen yet
      return Cut.TOO_LONG;
    }
    return firstLength > MAX_RECORD_BYTES ? Cut.TOO_LONG : Cut.UNCLOSED;
  }

  private Cut atEndOfFile(int n, Place place) {
    if (n == 0) {
      return Cut.END;
    }
    length = n;
    next = n;
    if (firstLength < 0) {
      firstLength = n;
      firstNext = n;
    }
    return place == Place.IN_QUOTES ? Cut.UNCLOSED : Cut.RECORD;
  }

  private void consumeRecord() {
    start += next;
    line += lines;
  }

  private void consumeFirstLine() throws IOException {
    line++;
    if (firstNext >= 0) {
      start += firstNext;
      return;
    }
    while (true) {
      while (start < limit) {
        byte b = buffer[start++];
        if (b == '\n') {
          return;
        }
        if (b == '\r') {
          if ((start < limit || fill()) && buffer[start] == '\n') {
            start++;
          }
          return;
        }
      }
      if (!fill()) {
        return;
      }
    }
  }

  /** Reads more behind what is there; false at the end of the file. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      bytesBeforeBuffer += start;
      limit -= start;
      start = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      ended = true;
      return false;
    }
    limit += read;
    return true;
  }

  // ---- looking at the beginning ----

  private boolean startsWith(int... bytes) {
    if (limit < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((buffer[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private void transcode(Charset utf16) throws IOException {
    InputStream rest =
        new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOfRange(buffer, 2, limit)), in);
    in = new Utf8OfOther(rest, utf16);
    limit = 0;
    ended = false;
    while (limit < SNIFF_BINARY_BYTES && fill()) {
      // again, now in UTF-8
    }
  }

  private void refuseBinary() {
    if (startsWith('P', 'K', 3, 4) || startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
      throw new NotACsvException("import.not-a-csv.workbook");
    }
    if (startsWith(0x89, 'P', 'N', 'G')
        || startsWith('%', 'P', 'D', 'F')
        || startsWith('G', 'I', 'F', '8')
        || startsWith(0xFF, 0xD8, 0xFF)
        || startsWith(0x1F, 0x8B)) {
      throw new NotACsvException("import.not-a-csv");
    }
    int controls = 0;
    int seen = Math.min(limit, SNIFF_BINARY_BYTES);
    for (int i = 0; i < seen; i++) {
      int b = buffer[i] & 0xFF;
      if (b < ' ' && b != '\t' && b != '\n' && b != '\r') {
        controls++;
      }
    }
    // a ninth of random bytes are controls; a few bytes prove nothing
    if (controls > seen * 0.3 || (seen >= 512 && controls > seen * 0.08)) {
      throw new NotACsvException("import.not-a-csv");
    }
  }

  /**
   * UTF-8 unless letters beyond ASCII occur and not one of them is UTF-8: a file with some damaged
   * letters stays UTF-8, and the rows that have them are rejected.
   */
  private Charset sniffCharset() {
    int valid = 0;
    int invalid = 0;
    int i = start;
    while (i < limit) {
      int b = buffer[i] & 0xFF;
      if (b < 0x80) {
        i++;
        continue;
      }
      int more = b >= 0xF0 && b < 0xF5 ? 3 : b >= 0xE0 ? 2 : b >= 0xC2 ? 1 : 0;
      if (b >= 0xF5 || more == 0) {
        invalid++;
        i++;
        continue;
      }
      if (i + more >= limit && !ended) {
        break; // cut off by the end of the sample
      }
      int seen = 1;
      while (seen <= more && i + seen < limit && (buffer[i + seen] & 0xC0) == 0x80) {
        seen++;
      }
      if (seen == more + 1) {
        valid++;
      } else {
        invalid++;
      }
      i += seen;
    }
    return invalid > 0 && valid == 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
  }

  /** The separator that occurs most often in the header, outside quotes; comma when none does. */
  private char sniffSeparator() {
    Character named = separatorLine();
    if (named != null) {
      return named;
    }
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    boolean text = false;
    for (int i = start; i < limit; i++) {
      byte b = buffer[i];
      if (b == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        if (b == ',') {
          commas++;
        } else if (b == ';') {
          semicolons++;
        } else if (b == '\t') {
          tabs++;
        } else if (b == '\n' || b == '\r') {
          if (text) {
            break;
          }
        }
      }
      text |= b > ' ';
    }
    if (commas >= semicolons && commas >= tabs) {
      return ',';
    }
    return semicolons >= tabs ? ';' : '\t';
  }

  /** Spreadsheets may write a first line {@code sep=;} that is no data. */
  private @Nullable Character separatorLine() {
    if (limit - start < 6
        || !new String(buffer, start, 4, StandardCharsets.US_ASCII).equalsIgnoreCase("sep=")) {
      return null;
    }
    char named = (char) buffer[start + 4];
    int end = start + 5;
    if ((named != ',' && named != ';' && named != '\t')
        || (buffer[end] != '\r' && buffer[end] != '\n')) {
      return null;
    }
    start = buffer[end] == '\r' && end + 1 < limit && buffer[end + 1] == '\n' ? end + 2 : end + 1;
    line++;
    return named;
  }

  /** The text of a stream in another encoding, as UTF-8. */
  private static final class Utf8OfOther extends InputStream {
    private final Reader reader;
    private final InputStream source;
    private final char[] some = new char[8 * 1024];
    private byte[] bytes = new byte[0];
    private int position;

    Utf8OfOther(InputStream source, Charset charset) {
      this.source = source;
      this.reader = new InputStreamReader(source, charset);
    }

    @Override
    public int read() throws IOException {
      return more() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int copied = Math.min(count, bytes.length - position);
      System.arraycopy(bytes, position, to, offset, copied);
      position += copied;
      return copied;
    }

    private boolean more() throws IOException {
      while (position == bytes.length) {
        int read = reader.read(some);
        if (read < 0) {
          return false;
        }
        bytes = new String(some, 0, read).getBytes(StandardCharsets.UTF_8);
        position = 0;
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
