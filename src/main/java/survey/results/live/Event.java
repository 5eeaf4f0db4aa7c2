package survey.results.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import survey.results.Summary;
import survey.results.SummaryJson;

/** The results at one moment, in the bytes that all viewers share. */
final class Event {
  private final long number;
  private final Summary summary;
  private byte[] bytes;

  /**
   * @param number grows with every reading of the database
   */
  Event(long number, Summary summary) {
    this.number = number;
    this.summary = summary;
  }

  boolean isNewerThan(Event other) {
    return other == null || number > other.number;
  }

  /** Whether the tallies are the same; the moments they were read at always differ. */
  boolean tellsTheSameAs(Event other) {
    return other != null && summary.waves().equals(other.summary.waves());
  }

  /** Made when first needed: most readings bring nothing new. */
  synchronized byte[] bytes() {
    if (bytes == null) {
      bytes = "event: results\ndata: %s\n\n".formatted(SummaryJson.of(summary)).getBytes(UTF_8);
    }
    return bytes;
  }
}
