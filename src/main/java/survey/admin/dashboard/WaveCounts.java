package survey.admin.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import survey.admin.selection.Conditions;
import survey.admin.selection.Selection;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Status;
import survey.results.Share;

/** Reads how many responses there are by wave and status, and both measures: sums of the cube. */
@ApplicationScoped
class WaveCounts {
  private static final int N = 3;

  @PersistenceContext EntityManager entityManager;

  /** Of every wave that is selected, in their order. */
  Map<Wave, Counts> read(Selection selection) {
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
                where %s
                group by wave, status, primary_choice
                """
                    .formatted(Conditions.closedAnswers(selection)))
            .getResultList();
    Map<Wave, Counts> waves = new EnumMap<>(Wave.class);
    for (Wave wave : Wave.values()) {
      if (selection.includes(wave)) {
        waves.put(wave, Counts.NONE);
      }
    }
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      waves.merge(Wave.valueOf((String) columns[0]), counts(columns), Counts::plus);
    }
    return waves;
  }

  private static Counts counts(Object[] columns) {
    Status status = Status.valueOf((String) columns[1]);
    long n = Numbers.number(columns[N]);
    StatusTally statuses = StatusTally.of(status, n);
    return statuses.base() == 0
        ? new Counts(statuses, Map.of(), Map.of())
        : new Counts(
            statuses,
            Numbers.byChoice(columns, N + 1),
            Map.of(Choice.valueOf((String) columns[2]), n));
  }

  /**
   * How many respondents of the original wave chose each choice, as the publisher counted them;
   * null if the publisher's counts are missing.
   */
  Map<Choice, Share> published() {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select base_n, stop_business, complain, forgive_if_apologised, not_bothered
                from published_tally where wave = 'ORIGINAL'
                """)
            .getResultList();
    if (rows.isEmpty()) {
      return null;
    }
    Object[] columns = (Object[]) rows.get(0);
    Map<Choice, Share> shares = new EnumMap<>(Choice.class);
    Numbers.byChoice(columns, 1)
        .forEach(
            (choice, count) -> shares.put(choice, new Share(count, Numbers.number(columns[0]))));
    return shares;
  }
}
