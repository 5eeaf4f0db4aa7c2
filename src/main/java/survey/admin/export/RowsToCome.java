package survey.admin.export;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.stream.Stream;
import survey.questionnaire.Wave;

/**
 * How many responses a download will have, by the tables of counts: by the cube, or where days are
 * selected by the closed ones. Days that are not closed are counted response by response.
 */
@ApplicationScoped
public class RowsToCome {
  @PersistenceContext EntityManager entityManager;

  /**
   * How many responses a download of this selection would have now. In a transaction, which reads
   * all tables as they were at one moment.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  @Transactional
  public long count(Selection selection) {
    if (!selection.hasDays()) {
      return countTally(selection);
    }
    return selection.includes(Wave.LIVE) ? countDays(selection) : 0;
  }

  private long countTally(Selection selection) {
    String waves =
        Stream.of(Wave.values())
            .filter(selection::includes)
            .map(wave -> "'" + wave + "'")
            .collect(joining(", "));
    return number(
        "select coalesce(sum(n), 0) from tally where wave in (%s) and %s and %s"
            .formatted(waves, Conditions.status(selection), Conditions.choice(selection)));
  }

  private long countDays(Selection selection) {
    LocalDate from = selection.firstDay();
    LocalDate to = selection.dayAfterLast();
    Object[] closed =
        (Object[])
            entityManager
                .createNativeQuery(
                    "select cast(min(day) as char), cast(max(day) as char) from closed_day")
                .getSingleResult();
    if (closed[0] == null) {
      return countRows(selection, from, to);
    }
    LocalDate firstClosed = LocalDate.parse((String) closed[0]);
    LocalDate firstOpen = LocalDate.parse((String) closed[1]).plusDays(1);
    return countRows(selection, from, to.isBefore(firstClosed) ? to : firstClosed)
        + countClosedDays(selection, from, to)
        + countRows(selection, from.isAfter(firstOpen) ? from : firstOpen, to);
  }

  private long countRows(Selection selection, LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      return 0;
    }
    return number(
        """
        select count(*) from response force index (response_submitted_at)
        where wave = 'LIVE' and submitted_at >= ? and submitted_at < ? and %s and %s
        """
            .formatted(Conditions.status(selection), Conditions.choice(selection)),
        Selection.startOf(from),
        Selection.startOf(to));
  }

  private long countClosedDays(Selection selection, LocalDate from, LocalDate to) {
    return number(
        """
        select coalesce(sum(%s), 0) from daily_tally
        where wave = 'LIVE' and day >= ? and day < ? and %s
        """
            .formatted(
                selection.choice() == null ? "n" : Conditions.column(selection.choice()),
                Conditions.status(selection)),
        from.toString(),
        to.toString());
  }

  private long number(String query, Object... values) {
    jakarta.persistence.Query counting = entityManager.createNativeQuery(query);
    for (int i = 0; i < values.length; i++) {
      counting.setParameter(i + 1, values[i]);
    }
    return ((Number) counting.getSingleResult()).longValue();
  }
}
