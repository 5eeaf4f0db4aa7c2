package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import survey.Respondent;
import survey.RunningSurvey;

/**
 * A thousand viewers on one node: how late they see an answer, what they cost while nothing
 * changes, and what they leave behind. Writes {@code target/bench/viewers.md}.
 *
 * <p>System properties: {@code bench.viewers}, {@code bench.answers}, {@code bench.idle.seconds},
 * {@code bench.minutes} of coming and going.
 */
class ViewersBench {
  private static final int VIEWERS = Integer.getInteger("bench.viewers", 1000);
  private static final int ANSWERS = Integer.getInteger("bench.answers", 60);
  private static final int IDLE_SECONDS = Integer.getInteger("bench.idle.seconds", 30);
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("bench.minutes", "1"));

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * What the server's process is at one moment.
   *
   * @param megabytes resident
   * @param threads all that it has
   */
  record Footprint(long megabytes, long threads) {}

  /**
   * What was measured.
   *
   * @param seen how many sights of an answer the latencies are of
   * @param p50 milliseconds from the answer's acknowledgement, which follows its commit, to a
   *     viewer
   * @param p99 the same
   * @param idlePercent of one core, while nothing changes
   * @param rounds how often all viewers came and went
   */
  record Figures(
      int seen,
      double p50,
      double p99,
      double idlePercent,
      Footprint before,
      Footprint watched,
      int rounds,
      List<Footprint> after) {}

  @Test
  void aThousandViewers() throws Exception {
    try (RunningSurvey survey =
        RunningSurvey.startedAt(RunningSurvey.freshHome("viewers"), Map.of())) {
      Figures figures = measure(survey);
      Path report = Files.createDirectories(Path.of("target/bench")).resolve("viewers.md");
      Files.writeString(report, markdown(figures));
      assertThat(figures.seen()).isGreaterThan(0);
    }
  }

  private static Figures measure(RunningSurvey survey) throws Exception {
    // Warm: the first answers and the first crowd load classes.
    for (int i = 0; i < 20; i++) {
      Respondent.complaining(survey.address()).send();
    }
    Footprint before = process(survey);
    List<Double> latencies = new ArrayList<>();
    double idle;
    Footprint watched;
    try (Crowd crowd = gathered(survey)) {
      for (int i = 0; i < ANSWERS; i++) {
        latencies.addAll(latencies(survey, crowd));
      }
      double cpu = Cpu.millis(survey.server().pid());
      TimeUnit.SECONDS.sleep(IDLE_SECONDS);
      idle = (Cpu.millis(survey.server().pid()) - cpu) / 1000 / IDLE_SECONDS * 100;
      watched = process(survey);
      assertThat(crowd.lost()).as("viewers lost").isZero();
    }
    List<Footprint> after = new ArrayList<>();
    long end = System.nanoTime() + (long) (MINUTES * TimeUnit.MINUTES.toNanos(1));
    int rounds = 0;
    while (System.nanoTime() < end || rounds < 3) {
      try (Crowd crowd = gathered(survey)) {
        // A connection that has gone is noticed at the second writing.
        latencies(survey, crowd);
        latencies(survey, crowd);
      }
      rounds++;
      after.add(process(survey));
    }
    latencies.sort(null);
    return new Figures(
        latencies.size(),
        quantile(latencies, 0.5),
        quantile(latencies, 0.99),
        idle,
        before,
        watched,
        rounds,
        after);
  }

  /** All viewers, once every one of them has seen the results. */
  private static Crowd gathered(RunningSurvey survey) throws IOException {
    Crowd crowd = new Crowd(survey.port(), VIEWERS);
    List<Crowd.Sight> seen = new ArrayList<>();
    RunningSurvey.await(
        () -> {
          seen.addAll(crowd.seen());
          return seen.size() >= VIEWERS;
        },
        LIMIT);
    return crowd;
  }

  private static List<Double> latencies(RunningSurvey survey, Crowd crowd) {
    Respondent respondent = Respondent.complaining(survey.address());
    crowd.seen();
    respondent.send();
    long sent = System.nanoTime();
    int count = Respondent.count(survey.address());
    List<Crowd.Sight> seen = new ArrayList<>();
    RunningSurvey.await(
        () -> {
          crowd.seen().stream().filter(sight -> sight.count() >= count).forEach(seen::add);
          return seen.size() >= VIEWERS;
        },
        LIMIT);
    return seen.stream().map(sight -> Math.max(0, (sight.nanos() - sent) / 1e6)).toList();
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private static Footprint process(RunningSurvey survey) throws IOException {
    String status = Files.readString(Path.of("/proc/" + survey.server().pid() + "/status"));
    return new Footprint(field(status, "VmRSS") / 1024, field(status, "Threads"));
  }

  private static long field(String status, String name) {
    Matcher field = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(status);
    assertThat(field.find()).as(name).isTrue();
    return Long.parseLong(field.group(1));
  }

  private static String markdown(Figures figures) {
    Footprint last = figures.after().get(figures.after().size() - 1);
    return """
        ## %,d viewers on one node

        | figure | measured | target |
        |---|---|---|
        | answer acknowledged to seen, p50 of %,d sights | %.0f ms | |
        | answer acknowledged to seen, p99 | %.0f ms | 1,500 ms |
        | CPU while nothing changes, over %d s | %.1f %% of a core | under 10 %% |
        | resident before / with all viewers / after %d rounds of coming and going | %d / %d / %d MB | flat |
        | threads before / with all viewers / after | %d / %d / %d | |

        Resident after each round, in MB: %s
        """
        .formatted(
            VIEWERS,
            figures.seen(),
            figures.p50(),
            figures.p99(),
            IDLE_SECONDS,
            figures.idlePercent(),
            figures.rounds(),
            figures.before().megabytes(),
            figures.watched().megabytes(),
            last.megabytes(),
            figures.before().threads(),
            figures.watched().threads(),
            last.threads(),
            figures.after().stream().map(process -> "" + process.megabytes()).toList());
  }
}
