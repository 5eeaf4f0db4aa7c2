package survey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import survey.Respondent;
import survey.RunningSurvey;

/**
 * The database stands still: its connections stay open and nothing comes. Who sends meanwhile is
 * told within seconds, the form opens, and neither threads nor connections pile up.
 */
class DatabaseFrozenIT {
  private static final Duration FROZEN = Duration.ofSeconds(Report.isWhole() ? 30 : 8);

  /** A page that needs no database. */
  private static final Duration LONGEST_FORM = Duration.ofSeconds(3);

  private static final Duration BEFORE = Duration.ofSeconds(3);

  /**
   * Milliseconds that sending may take afterwards: on a busy machine; or where thousands who were
   * told to send again do so beside those who come, and the machine serves what it can.
   */
  private static final double BUSY = Report.isWhole() ? 1_000 : 300;

  /** Threads that a server may have more than before: those that it keeps for requests. */
  private static final int MOST_NEW_THREADS = 64;

  /** The pool for pages, and one connection each of others. */
  private static final int MOST_CONNECTIONS = 12;

  private long frozen;
  private double usual;

  @Test
  void losesNothing() throws Exception {
    Path home = RunningSurvey.freshHome("database-frozen");
    try (RunningSurvey survey = RunningSurvey.startedAt(home, Map.of());
        Breaking breaking = new Breaking(home, Duration.ofSeconds(20), survey.address())) {
      breaking.repeat(
          1,
          () -> {
            long now = System.nanoTime();
            usual = breaking.ledger().median(now - BEFORE.toNanos(), now);
            return freeze(survey);
          });
      long ready = System.nanoTime();
      breaking.load().awaitSeconds(5);
      assertThat(breaking.ledger().median(ready, System.nanoTime()))
          .as("milliseconds that sending takes afterwards, of %.0f before", usual)
          .isLessThan(Math.max(BUSY, 3 * usual));
      assertThat(breaking.ledger().others()).as("a page each time").containsOnlyKeys(Load.CLEAR);
      breaking.compare("database frozen (`SIGSTOP`) for %d s".formatted(frozen), survey);
    }
  }

  private Duration freeze(RunningSurvey survey) throws Exception {
    int threads = threads(survey);
    long broken = System.nanoTime();
    survey.freezeDatabase();
    try {
      watch(survey, broken, threads);
    } finally {
      survey.thawDatabase();
    }
    long whole = System.nanoTime();
    frozen = Duration.ofNanos(whole - broken).toSeconds();
    return Health.awaitReady(survey.address(), whole);
  }

  private static void watch(RunningSurvey survey, long broken, int threads) throws Exception {
    String address = survey.address();
    RunningSurvey.await(() -> !Health.isReady(address), Duration.ofSeconds(10));
    for (int round = 0; round < 3 || System.nanoTime() - broken < FROZEN.toNanos(); round++) {
      long start = System.nanoTime();
      assertThat(Respondent.get(address).statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_FORM);
      assertThat(Health.isLive(address)).isTrue();
      assertThat(Health.isReady(address)).isFalse();
      assertThat(threads(survey)).isLessThan(threads + MOST_NEW_THREADS);
      assertThat(connections(survey)).isLessThanOrEqualTo(MOST_CONNECTIONS);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static int threads(RunningSurvey survey) throws IOException {
    String status = Files.readString(Path.of("/proc/" + survey.server().pid() + "/status"));
    Matcher threads = Pattern.compile("(?m)^Threads:\\s+(\\d+)").matcher(status);
    assertThat(threads.find()).isTrue();
    return Integer.parseInt(threads.group(1));
  }

  /** How many established connections the server has to its database, as the kernel lists them. */
  private static long connections(RunningSurvey survey) throws IOException {
    String port = String.format("%04X", survey.databasePort());
    Pattern toDatabase =
        Pattern.compile("^\\s*\\d+: [0-9A-F]+:[0-9A-F]{4} [0-9A-F]+:" + port + " 01 .*");
    long count = 0;
    for (String table : List.of("tcp", "tcp6")) {
      count +=
          Files.readAllLines(Path.of("/proc/" + survey.server().pid() + "/net/" + table)).stream()
              .filter(line -> toDatabase.matcher(line).matches())
              .count();
    }
    return count;
  }
}
