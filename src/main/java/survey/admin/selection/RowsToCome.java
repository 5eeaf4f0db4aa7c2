package survey.admin.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import survey.questionnaire.Wave;

/**
 * How many responses there are, by the tables of counts: by the cube, or where days are selected by
 * the closed ones. Days that are not closed are counted response by response.
 */
@ApplicationScoped
public class RowsToCome {
  @PersistenceContext EntityManager entityManager;

  /**
   * How many responses of this selection there are now. In a transaction, which reads all tables as
   * they were at one moment.
   *
   * @param selection one without a state of publication or a text
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
    return number(
        "select coalesce(sum(n), 0) from tally where %s and %s"
            .formatted(Conditions.status(selection), Conditions.closedAnswers(selection)));
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
    if (closed[0] == null || selection.hasDemographics()) {
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
            .formatted(Conditions.status(selection), Conditions.closedAnswers(selection)),
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
