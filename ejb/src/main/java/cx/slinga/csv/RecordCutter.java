package cx.slinga.csv;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a file into records at line ends outside quotes, without looking into the fields. What was
 * cut last lies at the window's start until it is consumed, as a record or, when it turns out to be
 * none, by its first line alone. For one thread.
 */
final class RecordCutter {
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
  enum Cut {
    RECORD,
    UNCLOSED,
    TOO_LONG,
    END
  }

  private final ByteWindow window;
  private final byte[] kinds = new byte[256];
  private int columns = -1;
  private long line;

  // of what was cut last, counted from the window's start
  private int length;
  private int next;
  private int lines;
  private int fieldCount;
  private int firstLength;
  private int firstNext;
  private boolean nul;
  private boolean high;
  private boolean textAfterQuote;

  RecordCutter(ByteWindow window, CsvFormat format) {
    this.window = window;
    this.line = 1L + format.lines();
    Arrays.fill(kinds, 128, 256, HIGH);
    kinds[0] = NUL;
    kinds['\r'] = CR;
    kinds['\n'] = LF;
    kinds['"'] = QUOTE;
    kinds[format.separator()] = SEPARATOR;
  }

  /** From now on a record of several lines with another number of fields is none. */
  void expect(int fields) {
    columns = fields;
  }

  /** The physical line, from 1, on which what was cut begins. */
  long line() {
    return line;
  }

  /** Bytes of the record, without its line end. */
  int length() {
    return length;
  }

  /** Bytes of its first line, without the line end. */
  int firstLength() {
    return firstLength;
  }

  int fieldCount() {
    return fieldCount;
  }

  boolean hasNul() {
    return nul;
  }

  /** Whether some of its bytes are not ASCII. */
  boolean hasHigh() {
    return high;
  }

  boolean hasTextAfterQuote() {
    return textAfterQuote;
  }

  /** Cuts the next record that is not blank, without consuming it. */
  Cut cut() throws IOException {
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

  /** Passes over the record that was cut. */
  void consumeRecord() {
    window.start += next;
    line += lines;
  }

  /** Passes over the first line of what was cut. */
  void consumeFirstLine() throws IOException {
    line++;
    if (firstNext >= 0) {
      window.start += firstNext;
      return;
    }
    while (true) {
      while (window.start < window.limit) {
        byte b = window.buffer[window.start++];
        if (b == '\n') {
          return;
        }
        if (b == '\r') {
          if (isAt(0, '\n')) {
            window.start++;
          }
          return;
        }
      }
      if (!window.fill()) {
        return;
      }
    }
  }

  private boolean isBlank() {
    if (fieldCount > 1 || lines > 1) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      byte b = window.buffer[window.start + i];
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
    byte[] bytes = window.buffer; // of their own, because this looks at every byte of the file
    int from = window.start;
    int limit = window.limit;
    while (true) {
      if (from + n == limit) {
        if (n > CsvRecords.MAX_RECORD_BYTES) {
          return tooLong(n);
        }
        if (!window.fill()) {
          return atEndOfFile(n, place);
        }
        bytes = window.buffer;
        from = window.start;
        limit = window.limit;
      }
      byte kind = kinds[bytes[from + n] & 0xFF];
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
          if (kind == CR && isAt(n + 1, '\n')) {
            n++;
          }
          bytes = window.buffer;
          from = window.start;
          limit = window.limit;
          if (firstLength < 0) {
            firstLength = end;
            firstNext = n + 1;
          }
          if (place != Place.IN_QUOTES) {
            length = end;
            next = n + 1;
            return length > CsvRecords.MAX_RECORD_BYTES ? tooLong(length) : Cut.RECORD;
          }
          if (++lines > CsvRecords.MAX_RECORD_LINES) {
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
    return firstLength > CsvRecords.MAX_RECORD_BYTES ? Cut.TOO_LONG : Cut.UNCLOSED;
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

  /** Whether the byte, so far behind the window's start, is this one; reads on to see it. */
  private boolean isAt(int place, char expected) throws IOException {
    return (window.start + place < window.limit || window.fill())
        && window.buffer[window.start + place] == expected;
  }
}
