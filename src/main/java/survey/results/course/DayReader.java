package survey.results.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import survey.questionnaire.Choice;

/** Reads the days of the LIVE wave. */
@ApplicationScoped
class DayReader {
  private static final int FIRST_CHOICE = 3;

  @PersistenceContext EntityManager entityManager;

  /**
   * All days as they stand.
   *
   * @param today the first open day where nobody has answered yet
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Days read(LocalDate today) {
    // One statement reads all tables at one moment.
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select 1 is_closed, cast(day as char) day, sum(n),
                       sum(stop_business), sum(complain), sum(forgive_if_apologised), sum(not_bothered)
                from daily_tally
                where wave = 'LIVE' and status in ('COUNTED', 'FLAGGED')
                group by daily_tally.day
                union all
                select 0, %s, coalesce(sum(n), 0), coalesce(sum(stop_business * n), 0), coalesce(sum(complain * n), 0),
                       coalesce(sum(forgive_if_apologised * n), 0), coalesce(sum(not_bothered * n), 0)
                from tally
                where wave = 'LIVE' and status in ('COUNTED', 'FLAGGED')
                order by is_closed desc, day
                """
                    .formatted(DailyTallies.FIRST_OPEN_DAY))
            .getResultList();
    List<Period> closed = new ArrayList<>();
    Count open = Count.NONE;
    LocalDate firstOpen = today;
    LocalDate from = null;
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      LocalDate day = columns[1] == null ? today : LocalDate.parse((String) columns[1]);
      if (number(columns[0]) == 1) {
        closed.add(new Period(from == null ? day : from, day, count(columns)));
        from = day.plusDays(1);
      } else {
        firstOpen = day;
        open = count(columns);
      }
    }
    for (Period day : closed) {
      open = open.minus(day.count());
    }
    return new Days(closed, firstOpen, open);
  }

  private static Count count(Object[] columns) {
    Map<Choice, Long> mentions = new EnumMap<>(Choice.class);
    int column = FIRST_CHOICE;
    for (Choice choice : Choice.values()) {
      mentions.put(choice, number(columns[column++]));
    }
    return new Count(number(columns[2]), mentions);
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
