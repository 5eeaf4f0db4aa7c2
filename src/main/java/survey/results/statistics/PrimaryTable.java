package survey.results.statistics;

import java.util.EnumMap;
import java.util.Map;
import survey.questionnaire.Choice;

/**
 * The 4×2 table of the primary choice by wave; each respondent is in one cell.
 *
 * @param original respondents of ORIGINAL by the choice their comment is listed under
 * @param live respondents of LIVE by the choice nearest to their feeling
 */
public record PrimaryTable(Map<Choice, Long> original, Map<Choice, Long> live) {
  /** What the two identical entries of the original's listing, nos. 50 and 68, are listed under. */
  private static final Choice TWIN = Choice.COMPLAIN;

  /**
   * A choice that is not given has no respondents.
   *
   * @throws IllegalArgumentException if a count is negative, or a wave has no respondents or more
   *     than 1,000,000,000
   */
  public PrimaryTable {
    original = complete(original);
    live = complete(live);
  }

  private static Map<Choice, Long> complete(Map<Choice, Long> counts) {
    Map<Choice, Long> complete = new EnumMap<>(Choice.class);
    long n = 0;
    for (Choice choice : Choice.values()) {
      long count = counts.getOrDefault(choice, 0L);
      // Each count is checked before it is added, so that the sum cannot overflow.
      n += new Proportion(count, Proportion.MOST).count();
      complete.put(choice, count);
    }
    new Proportion(0, n).somebody();
    return complete;
  }

  /**
   * The reading in which the two identical entries are one person's: one less in ORIGINAL.
   *
   * @throws IllegalArgumentException if there is none to take away
   */
  public PrimaryTable withoutTwin() {
    Map<Choice, Long> fewer = new EnumMap<>(original);
    fewer.merge(TWIN, -1L, Long::sum);
    return new PrimaryTable(fewer, live);
  }

  long originalN() {
    return original.values().stream().mapToLong(Long::longValue).sum();
  }

  long liveN() {
    return live.values().stream().mapToLong(Long::longValue).sum();
  }

  long n() {
    return originalN() + liveN();
  }

  /** Both waves' respondents with this choice. */
  long row(Choice choice) {
    return original.get(choice) + live.get(choice);
  }
}
