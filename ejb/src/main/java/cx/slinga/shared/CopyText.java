package cx.slinga.shared;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's text format for COPY, the fastest way to bring many in. Values are given in
 * the order of the columns, then {@link #endRow()}. Whatever a text holds stays one value of one
 * row; only NUL, which PostgreSQL cannot keep, is refused.
 */
public final class CopyText {
  private static final String NULL = "\\N";
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder text = new StringBuilder(1 << 16);
  private boolean rowBegun;
  private int rows;

  /** A text, also one that the database reads as another type. */
  public CopyText text(@Nullable String value) {
    next();
    if (value == null) {
      text.append(NULL);
    } else {
      append(value);
    }
    return this;
  }

  public CopyText number(long value) {
    next();
    text.append(value);
    return this;
  }

  public CopyText number(@Nullable Integer value) {
    return plain(value);
  }

  public CopyText number(@Nullable Double value) {
    return plain(value);
  }

  public CopyText flag(@Nullable Boolean value) {
    return plain(value);
  }

  public CopyText id(@Nullable UUID value) {
    return plain(value);
  }

  public CopyText at(@Nullable Instant value) {
    return plain(value);
  }

  public CopyText day(@Nullable LocalDate value) {
    return plain(value);
  }

  /** An array of texts. */
  public CopyText texts(@Nullable Collection<String> values) {
    next();
    if (values == null) {
      text.append(NULL);
      return this;
    }
    text.append('{');
    boolean first = true;
    for (String value : values) {
      if (!first) {
        text.append(',');
      }
      first = false;
      text.append('"');
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"' || c == '\\') {
          append('\\');
        }
        append(c);
      }
      text.append('"');
    }
    text.append('}');
    return this;
  }

  /** A JSON object of texts, numbers and truth values. */
  public CopyText json(Map<String, ?> values) {
    next();
    text.append('{');
    boolean first = true;
    for (Map.Entry<String, ?> entry : values.entrySet()) {
      if (!first) {
        text.append(',');
      }
      first = false;
      jsonText(entry.getKey());
      text.append(':');
      Object value = entry.getValue();
      if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
        text.append(value);
      } else {
        jsonText(value.toString());
      }
    }
    text.append('}');
    return this;
  }

  /** Ends the row that the values before belong to. */
  public void endRow() {
    text.append('\n');
    rowBegun = false;
    rows++;
  }

  /** How many rows have ended. */
  public int rows() {
    return rows;
  }

  /**
   * Copies the rows into the table, in the transaction of the connection.
   *
   * @param columns names with commas between, in the order in which the values were given
   */
  public void copyInto(Handle handle, String table, String columns) {
    if (rows == 0) {
      return;
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    try {
      CopyIn copy =
          handle
              .getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " (" + columns + ") from stdin");
      try {
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot copy into " + table, e);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private CopyText plain(@Nullable Object value) {
    next();
    text.append(value == null ? NULL : value.toString());
    return this;
  }

  private void next() {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
  }

  private void jsonText(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        append('\\');
        append(c);
      } else if (c < ' ' && c != 0) {
        append("\\u00");
        text.append(HEX[c >> 4]).append(HEX[c & 15]);
      } else {
        append(c);
      }
    }
    text.append('"');
  }

  private void append(String value) {
    int length = value.length();
    int from = 0;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '\\') {
        text.append(value, from, i);
        append(c);
        from = i + 1;
      }
    }
    text.append(value, from, length);
  }

  private void append(char c) {
    switch (c) {
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case 0 -> throw new IllegalArgumentException("a text must not hold NUL");
      default -> text.append(c);
    }
  }
}
