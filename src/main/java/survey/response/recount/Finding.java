package survey.response.recount;

import java.time.Instant;
import java.util.List;

/**
 * What a recount found.
 *
 * @param asOf the moment that it is of, on the database's clock
 * @param rebuilds how many rebuilds there had been by then
 * @param responses how many were counted
 */
record Finding(Instant asOf, long rebuilds, long responses, List<Difference> differences) {
  /** By how many responses the counts differ, all cells together. */
  long difference() {
    return differences.stream().mapToLong(Difference::size).sum();
  }
}
