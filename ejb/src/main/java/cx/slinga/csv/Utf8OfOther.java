package cx.slinga.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a stream in another encoding, as UTF-8. */
final class Utf8OfOther extends InputStream {
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
