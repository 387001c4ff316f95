package cx.slinga.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The stretch of a file that is being looked at. It grows as long as it is filled, and gives up
 * what lies before {@link #start} then. For one thread; its fields are for this package alone,
 * which reads every byte of a file through them.
 */
final class ByteWindow {
  InputStream in;
  byte[] buffer = new byte[16 * 1024];
  int start;
  int limit;
  boolean ended;
  private long bytesBeforeBuffer;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** How much of the file lies behind. */
  long passed() {
    return bytesBeforeBuffer + start;
  }

  /** Fills until so many bytes are there, or the file ends. */
  void fillTo(int bytes) throws IOException {
    while (limit < bytes && fill()) {
      // as much as one read gives
    }
  }

  /** Goes on with another stream, as though what is there had not been read. */
  void restart(InputStream other) {
    in = other;
    start = 0;
    limit = 0;
    ended = false;
  }

  /** Reads more behind what is there; false at the end of the file. */
  boolean fill() throws IOException {
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

  /** Whether the file begins so; only while nothing lies behind. */
  boolean startsWith(int... bytes) {
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
}
