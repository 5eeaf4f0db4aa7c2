package survey.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many who watch the live results, on one thread. */
final class Crowd implements AutoCloseable {
  /**
   * What somebody was shown.
   *
   * @param count how many have answered since the original survey
   * @param nanos when it came
   */
  record Sight(long count, long nanos) {}

  private static final Pattern COUNT = Pattern.compile("\"LIVE\":\\{\"n\":(\\d+)");
  private static final String REQUEST =
      "GET /api/results/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final Queue<Sight> sights = new ConcurrentLinkedQueue<>();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private volatile int lost;

  Crowd(int port, int size) throws IOException {
    for (int i = 0; i < size; i++) {
      SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", port));
      channel.write(ByteBuffer.wrap(REQUEST.getBytes(US_ASCII)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      channels.add(channel);
    }
    Thread reader = new Thread(this::read, "crowd");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try {
      while (selector.isOpen()) {
        selector.select(this::take);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(SelectionKey key) {
    try {
      buffer.clear();
      int length = ((SocketChannel) key.channel()).read(buffer);
      long now = System.nanoTime();
      if (length < 0) {
        throw new IOException("ended");
      }
      // An event is smaller than a segment on the loopback, so it comes whole.
      Matcher count = COUNT.matcher(UTF_8.decode(buffer.flip()));
      while (count.find()) {
        sights.add(new Sight(Long.parseLong(count.group(1)), now));
      }
    } catch (IOException e) {
      lose(key);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // The reading thread's alone.
  private void lose(SelectionKey key) {
    lost++;
    key.cancel();
  }

  /** Everything seen since the last time it was asked. */
  List<Sight> seen() {
    List<Sight> seen = new ArrayList<>();
    for (Sight sight = sights.poll(); sight != null; sight = sights.poll()) {
      seen.add(sight);
    }
    return seen;
  }

  /** How many streams the server ended. */
  int lost() {
    return lost;
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
