package survey.results.comparison;

import java.time.Instant;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.results.Summary;
import survey.results.Tally;

/** Counts of both waves, for tests. */
final class Counts {
  static final Instant AS_OF = Instant.parse("2026-11-23T04:05:06Z");
  static final Tally ORIGINAL =
      new Tally(100, 0, choices(46, 54, 23, 5), 100, choices(39, 39, 16, 6));

  private Counts() {}

  /** LIVE with 63/40/10/10 mentions of 103, and more who would only stop business. */
  static Tally live(long n) {
    long more = n - 103;
    return new Tally(n, 0, choices(63 + more, 40, 10, 10), n, choices(43 + more, 40, 10, 10));
  }

  static Map<Choice, Long> choices(long stop, long complain, long forgive, long not) {
    return Map.of(
        Choice.STOP_BUSINESS, stop,
        Choice.COMPLAIN, complain,
        Choice.FORGIVE_IF_APOLOGISED, forgive,
        Choice.NOT_BOTHERED, not);
  }

  static Summary summary(long liveN) {
    return summary(live(liveN));
  }

  static Summary summary(Tally live) {
    return new Summary(AS_OF, Map.of(Wave.ORIGINAL, ORIGINAL, Wave.LIVE, live));
  }

  static Comparison comparison(long liveN) {
    return Comparison.of(ORIGINAL, TakenLook.at(summary(liveN)).orElseThrow());
  }
}
