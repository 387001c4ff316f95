package cx.slinga.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written, found out from its beginning.
 *
 * @param charset of the bytes as the window gives them
 * @param separator between fields
 * @param lines that precede the header and are no data
 */
record CsvFormat(Charset charset, char separator, int lines) {
  private static final int BINARY_BYTES = 8 * 1024;
  private static final int ENCODING_BYTES = 256 * 1024;

  /**
   * Looks, and leaves the window at the header, in an encoding that has ASCII's letters as bytes.
   *
   * @throws NotACsvException when it is not text
   */
  static CsvFormat of(ByteWindow window) throws IOException {
    window.fillTo(BINARY_BYTES);
    if (window.startsWith(0xFF, 0xFE)) {
      transcode(window, StandardCharsets.UTF_16LE);
    } else if (window.startsWith(0xFE, 0xFF)) {
      transcode(window, StandardCharsets.UTF_16BE);
    } else if (window.startsWith(0xEF, 0xBB, 0xBF)) {
      window.start = 3;
    }
    refuseBinary(window);
    window.fillTo(ENCODING_BYTES);
    Charset charset = charset(window);
    Character named = separatorLine(window);
    return named != null
        ? new CsvFormat(charset, named, 1)
        : new CsvFormat(charset, separator(window), 0);
  }

  private static void transcode(ByteWindow window, Charset utf16) throws IOException {
    InputStream seen = new ByteArrayInputStream(Arrays.copyOfRange(window.buffer, 2, window.limit));
    window.restart(new Utf8OfOther(new SequenceInputStream(seen, window.in), utf16));
    window.fillTo(BINARY_BYTES);
  }

  private static void refuseBinary(ByteWindow window) {
    if (window.startsWith('P', 'K', 3, 4) || window.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
      throw new NotACsvException("import.not-a-csv.workbook");
    }
    if (window.startsWith(0x89, 'P', 'N', 'G')
        || window.startsWith('%', 'P', 'D', 'F')
        || window.startsWith('G', 'I', 'F', '8')
        || window.startsWith(0xFF, 0xD8, 0xFF)
        || window.startsWith(0x1F, 0x8B)) {
      throw new NotACsvException("import.not-a-csv");
    }
    int controls = 0;
    int seen = Math.min(window.limit, BINARY_BYTES);
    for (int i = 0; i < seen; i++) {
      int b = window.buffer[i] & 0xFF;
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
  private static Charset charset(ByteWindow window) {
    int valid = 0;
    int invalid = 0;
    int i = window.start;
    while (i < window.limit) {
      int b = window.buffer[i] & 0xFF;
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
      if (i + more >= window.limit && !window.ended) {
        break; // cut off by the end of the sample
      }
      int seen = 1;
      while (seen <= more && i + seen < window.limit && (window.buffer[i + seen] & 0xC0) == 0x80) {
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
  private static char separator(ByteWindow window) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    boolean text = false;
    for (int i = window.start; i < window.limit; i++) {
      byte b = window.buffer[i];
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
  private static @Nullable Character separatorLine(ByteWindow window) {
    if (window.limit - window.start < 6
        || !new String(window.buffer, window.start, 4, StandardCharsets.US_ASCII)
            .equalsIgnoreCase("sep=")) {
      return null;
    }
    char named = (char) window.buffer[window.start + 4];
    int end = window.start + 5;
    if ((named != ',' && named != ';' && named != '\t')
        || (window.buffer[end] != '\r' && window.buffer[end] != '\n')) {
      return null;
    }
    window.start =
        window.buffer[end] == '\r' && end + 1 < window.limit && window.buffer[end + 1] == '\n'
            ? end + 2
            : end + 1;
    return named;
  }
}
