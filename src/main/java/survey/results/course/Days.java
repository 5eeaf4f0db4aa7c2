package survey.results.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of the LIVE wave, from the first closed one with a response.
 *
 * @param closed each closed day with responses, together with the empty ones before it
 * @param firstOpen the first day that is not closed
 * @param open those who answered in a day that is not closed
 */
record Days(List<Period> closed, LocalDate firstOpen, Count open) {

  /** All days without gaps; those that are not closed are one period. */
  List<Period> until(LocalDate today) {
    LocalDate from = closed.isEmpty() ? firstOpen : closed.get(closed.size() - 1).to().plusDays(1);
    List<Period> days = new ArrayList<>(closed);
    // Another node's clock may be in tomorrow already.
    days.add(new Period(from, from.isAfter(today) ? from : today, open));
    return days;
  }
}
