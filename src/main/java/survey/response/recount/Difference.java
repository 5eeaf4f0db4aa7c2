package survey.response.recount;

import java.util.List;
import survey.response.CountedTable;

/**
 * What one cell lacks.
 *
 * @param key the values of its key, in the table's order
 * @param lacking what is to be added to each of its numbers; negative where it has too many
 * @param isMissing whether there is no such cell at all
 */
record Difference(CountedTable table, List<String> key, List<Long> lacking, boolean isMissing) {
  /** How many responses it is about, at least. */
  long size() {
    return lacking.stream().mapToLong(Math::abs).max().orElse(0);
  }
}
