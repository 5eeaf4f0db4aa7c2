package survey.admin.dashboard;

import java.util.Map;
import survey.results.Share;

/**
 * A cross-tabulation of two variables in one wave, to the last respondent: not for the public.
 *
 * @param counts by the codes of the rows and of the columns; what is not there is 0
 * @param excluded how many responses an admin took out; in no other figure here
 */
public record CrossTable(Map<String, Map<String, Long>> counts, long excluded) {

  /** How many there are in a row: the base of its shares. */
  public long row(String code) {
    return counts.getOrDefault(code, Map.of()).values().stream().mapToLong(n -> n).sum();
  }

  /** How many of a row are in a column. */
  public Share share(String row, String column) {
    return new Share(counts.getOrDefault(row, Map.of()).getOrDefault(column, 0L), row(row));
  }

  /** How many of all are in a column. */
  public Share share(String column) {
    return new Share(
        counts.values().stream().mapToLong(row -> row.getOrDefault(column, 0L)).sum(), base());
  }

  /** How many there are in all. */
  public long base() {
    return counts.keySet().stream().mapToLong(this::row).sum();
  }
}
