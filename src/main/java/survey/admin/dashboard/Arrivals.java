package survey.admin.dashboard;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import survey.admin.selection.Conditions;
import survey.admin.selection.Selection;
import survey.response.Status;

/** Counts what arrived lately, response by response by their index. */
@ApplicationScoped
class Arrivals {
  /**
   * So many responses are looked at, which takes the index alone; then it is said that there are
   * more.
   */
  static final int MOST = 100_000;

  /** So many with a filter by answers, for which each response itself is read. */
  static final int MOST_FILTERED = 20_000;

  @PersistenceContext EntityManager entityManager;

  /**
   * Which responses of the LIVE wave were submitted from one moment until before another.
   *
   * @param selection one by closed answers alone that includes the LIVE wave
   */
  Arrived read(Selection selection, Instant from, Instant to) {
    boolean isFiltered = selection.choice() != null || selection.hasDemographics();
    return read(selection, from, to, isFiltered ? MOST_FILTERED : MOST);
  }

  Arrived read(Selection selection, Instant from, Instant to, int most) {
    // The limit is on what is looked at, so that a filter which nearly nobody passes costs no more.
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select status, sum(fits), count(*)
                from (select status, %s fits
                      from response force index (response_status)
                      where wave = 'LIVE' and status in (%s) and submitted_at >= ? and submitted_at < ?
                      limit %d) arrived
                group by status
                """
                    .formatted(
                        Conditions.closedAnswers(selection),
                        Selection.ALL.statuses().stream()
                            .map(status -> "'" + status + "'")
                            .collect(joining(", ")),
                        most + 1))
            .setParameter(1, Timestamp.from(from))
            .setParameter(2, Timestamp.from(to))
            .getResultList();
    StatusTally statuses = StatusTally.NONE;
    long seen = 0;
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      statuses =
          statuses.plus(
              StatusTally.of(Status.valueOf((String) columns[0]), Numbers.number(columns[1])));
      seen += Numbers.number(columns[2]);
    }
    return new Arrived(statuses, seen > most);
  }
}
