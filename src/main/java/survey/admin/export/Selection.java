package survey.admin.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Status;

/**
 * Which responses a download holds. What is null selects nothing: all waves, all days, all choices.
 * Withdrawn responses are never among them.
 *
 * @param from the first day of submission, in Japan
 * @param to the day after the last, in Japan; not before the first
 * @param choice one that was chosen, among others; of the original wave: that it is listed under
 * @param status {@link Status#WITHDRAWN} selects none
 */
public record Selection(Wave wave, LocalDate from, LocalDate to, Choice choice, Status status) {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final List<Status> EXPORTED =
      List.of(Status.COUNTED, Status.FLAGGED, Status.EXCLUDED);

  /** All responses. */
  public static final Selection ALL = new Selection(null, null, null, null, null);

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Selection {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }

  /** Whether days are selected; the original wave has none and is left out then. */
  boolean hasDays() {
    return from != null || to != null;
  }

  /** Whether responses of a wave can be among those selected. */
  boolean includes(Wave candidate) {
    return (wave == null || wave == candidate) && (candidate == Wave.LIVE || !hasDays());
  }

  /** The statuses of the responses selected; none for the withdrawn. */
  List<Status> statuses() {
    return status == null ? EXPORTED : EXPORTED.stream().filter(Set.of(status)::contains).toList();
  }

  /** When a day begins in Japan. */
  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(JAPAN).toInstant();
  }

  /**
   * The filters as in an address, always in the same order and at most 100 characters; empty for
   * all responses.
   */
  public String query() {
    StringJoiner query = new StringJoiner("&");
    add(query, "wave", wave);
    add(query, "from", from);
    add(query, "to", to);
    add(query, "choice", choice);
    add(query, "status", status);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, Object value) {
    if (value != null) {
      query.add(name + "=" + value);
    }
  }
}
