package survey.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read. */
final class CountedStream extends FilterInputStream {
  private long bytes;

  CountedStream(InputStream input) {
    super(input);
  }

  @Override
  public int read() throws IOException {
    int single = super.read();
    bytes += single < 0 ? 0 : 1;
    return single;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    bytes += Math.max(0, count);
    return count;
  }

  /** How many bytes so far. */
  long bytes() {
    return bytes;
  }
}
