package survey.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What breaking something did, as a row of {@code docs/reliability.md}. */
final class Report {
  private static final Path ROWS = Path.of("target/break/rows.md");

  private double rate;
  private final List<Double> pauses = new ArrayList<>();
  private final List<Double> recoveries = new ArrayList<>();

  /** Whether all is broken as often as the report says, and not just once or twice. */
  static boolean isWhole() {
    return Boolean.getBoolean("break.whole");
  }

  /** Waits until all come and are served, and notes how many are acknowledged in a second. */
  void warm(Load load) {
    rate = load.warm();
  }

  /**
   * Notes how one time went.
   *
   * @param broken when it was broken, by {@link System#nanoTime}
   * @param recovery how long it took until the survey was ready again; null where it was all the
   *     time
   */
  void add(Ledger ledger, long broken, Duration recovery) {
    long before = broken - 1_000_000_000;
    pauses.add(ledger.longestPause(before, System.nanoTime()));
    if (recovery != null) {
      recoveries.add(recovery.toNanos() / 1e6);
    }
  }

  void write(String what, Books books, Ledger ledger) {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %d | %.0f | %,d | %d | %d | %d | %s | %s | %s | %s |%n",
            what,
            pauses.size(),
            rate,
            books.acknowledged(),
            books.lost(),
            books.doubled(),
            books.differing(),
            seconds(pauses),
            seconds(recoveries),
            wait(ledger),
            others(ledger));
    try {
      Files.createDirectories(ROWS.getParent());
      Files.writeString(ROWS, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String others(Ledger ledger) {
    return ledger.others().isEmpty()
        ? "nothing else"
        : String.join(
            ", ",
            new TreeMap<>(ledger.others())
                .entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).toList());
  }

  private static String wait(Ledger ledger) {
    return ledger.longestWait() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f s", ledger.longestWait() / 1e3);
  }

  /** Median and longest. */
  private static String seconds(List<Double> milliseconds) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    return sorted.isEmpty()
        ? "–"
        : String.format(
            Locale.ROOT,
            "%.1f / %.1f s",
            sorted.get(sorted.size() / 2) / 1e3,
            sorted.get(sorted.size() - 1) / 1e3);
  }
}
