package survey.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * What clients were told: every acknowledged receipt, written down at once, and all else counted.
 */
final class Ledger implements AutoCloseable {
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> others = new ConcurrentHashMap<>();
  private final DoubleAccumulator longestWait = new DoubleAccumulator(Math::max, 0);
  private final Writer file;

  /**
   * A response that its respondent was told is stored.
   *
   * @param answers the codes and the comment that were sent, as {@link Books} reads them
   * @param nanos when, by {@link System#nanoTime}
   * @param milliseconds how long that sending took
   * @param sendings how often the form had been sent by then
   */
  record Acknowledged(
      String receipt, String answers, long nanos, double milliseconds, int sendings) {}

  /** Written into a file beside a survey's home. */
  static Ledger beside(Path home) {
    return new Ledger(home.resolveSibling(home.getFileName() + ".receipts"));
  }

  private Ledger(Path path) {
    try {
      file = Files.newBufferedWriter(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void acknowledge(String receipt, String answers, double milliseconds, int sendings) {
    acknowledged.add(new Acknowledged(receipt, answers, System.nanoTime(), milliseconds, sendings));
    try {
      file.write(receipt);
      file.write('\n');
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes what else a respondent met. */
  void note(String what) {
    others.merge(what, 1, Integer::sum);
  }

  /** Notes after how many milliseconds somebody was told to send again. */
  void noteWait(double milliseconds) {
    longestWait.accumulate(milliseconds);
  }

  /** The longest that anybody waited to be told to send again, in milliseconds; 0 if nobody was. */
  double longestWait() {
    return longestWait.get();
  }

  Queue<Acknowledged> acknowledged() {
    return acknowledged;
  }

  int size() {
    return acknowledged.size();
  }

  /** What else respondents met, how often. */
  Map<String, Integer> others() {
    return others;
  }

  /** How long the median sending took that was acknowledged within this span, in milliseconds. */
  double median(long from, long to) {
    List<Double> times =
        acknowledged.stream()
            .filter(each -> each.nanos() > from && each.nanos() <= to)
            .map(Acknowledged::milliseconds)
            .sorted()
            .toList();
    return times.isEmpty() ? Double.NaN : times.get(times.size() / 2);
  }

  /** The longest time within this span that nobody was acknowledged for, in milliseconds. */
  double longestPause(long from, long to) {
    long longest = 0;
    long last = from;
    for (Acknowledged each : acknowledged) {
      if (each.nanos() > from && each.nanos() <= to) {
        longest = Math.max(longest, each.nanos() - last);
        last = each.nanos();
      }
    }
    return Math.max(longest, to - last) / 1e6;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
