package survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Status;

/** Reads what the responses say. */
@ApplicationScoped
public class Results {
  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;
  @Inject Event<Summary> readings;

  /**
   * The tallies of both waves as they stand. Whoever observes summaries is told of each.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public Summary summary() {
    // One statement reads both tables at one moment. A choice that is not known is coded 9 in the
    // cube.
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select wave, status, primary_choice, sum(n),
                       sum(case when stop_business = 1 then n else 0 end),
                       sum(case when complain = 1 then n else 0 end),
                       sum(case when forgive_if_apologised = 1 then n else 0 end),
                       sum(case when not_bothered = 1 then n else 0 end)
                from tally
                group by wave, status, primary_choice
                union all
                select wave, 'PUBLISHED', null, base_n,
                       stop_business, complain, forgive_if_apologised, not_bothered
                from published_tally
                """)
            .getResultList();
    Map<Wave, Counts> counts = new EnumMap<>(Wave.class);
    for (Wave wave : Wave.values()) {
      counts.put(wave, new Counts());
    }
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      counts.get(Wave.valueOf((String) columns[0])).add(columns);
    }
    Map<Wave, Tally> waves = new EnumMap<>(Wave.class);
    counts.forEach((wave, count) -> waves.put(wave, count.toTally()));
    Summary summary = new Summary(clock.instant().truncatedTo(ChronoUnit.SECONDS), waves);
    readings.fire(summary);
    return summary;
  }

  /** One wave's rows, adding up. */
  private static final class Counts {
    private static final String PUBLISHED = "PUBLISHED";
    private static final int FIRST_CHOICE = 4;

    private long n;
    private long excluded;
    private final Map<Choice, Long> mentions = new EnumMap<>(Choice.class);
    private final Map<Choice, Long> primary = new EnumMap<>(Choice.class);
    private Tally published;

    void add(Object[] columns) {
      String status = (String) columns[1];
      long rows = number(columns[3]);
      if (status.equals(PUBLISHED)) {
        Map<Choice, Long> counts = new EnumMap<>(Choice.class);
        addMentions(columns, counts);
        published = new Tally(0, 0, counts, rows, Map.of());
      } else if (status.equals(Status.EXCLUDED.name())) {
        excluded += rows;
      } else {
        n += rows;
        primary.merge(Choice.valueOf((String) columns[2]), rows, Long::sum);
        addMentions(columns, mentions);
      }
    }

    private static void addMentions(Object[] columns, Map<Choice, Long> sums) {
      int column = FIRST_CHOICE;
      for (Choice choice : Choice.values()) {
        sums.merge(choice, number(columns[column++]), Long::sum);
      }
    }

    private static long number(Object column) {
      return ((Number) column).longValue();
    }

    Tally toTally() {
      return published == null
          ? new Tally(n, excluded, mentions, n, primary)
          : new Tally(n, excluded, published.mentions(), published.mentionsBase(), primary);
    }
  }
}
