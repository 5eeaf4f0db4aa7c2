package survey.admin.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * An output whose reader must keep up: one that takes a byte now and then would hold on to a
 * snapshot, and to one of the few places, for days. Only the time spent waiting for the reader
 * counts, not the database's.
 */
final class Pace extends FilterOutputStream {
  /** After so much waiting, it is seen what was taken meanwhile. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * Bytes a second, of the file before it is compressed: a poor mobile connection. A million
   * responses take an hour and a half then.
   */
  static final int SLOWEST = 32_000;

  private final LongSupplier nanoTime;
  private final long fewest;
  private long waited;
  private long taken;

  /**
   * @param slowest how many bytes a second must be taken
   * @param nanoTime a clock that only goes forward
   */
  Pace(OutputStream output, int slowest, LongSupplier nanoTime) {
    super(output);
    this.nanoTime = nanoTime;
    fewest = slowest * PATIENCE.toSeconds();
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  /**
   * @throws IOException if it is not taken, or too slowly
   */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    long before = nanoTime.getAsLong();
    out.write(bytes, offset, length);
    waited += nanoTime.getAsLong() - before;
    taken += length;
    if (waited >= PATIENCE.toNanos()) {
      if (taken < fewest) {
        throw new IOException("the reader is too slow");
      }
      waited = 0;
      taken = 0;
    }
  }
}
