package survey.admin.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import survey.admin.selection.Conditions;
import survey.questionnaire.Wave;

/** Reads cross-tabulations: sums of the cube. */
@ApplicationScoped
class CrossTables {
  @PersistenceContext EntityManager entityManager;

  /**
   * The two variables of a view in those responses that count, and how many there are beside.
   *
   * @param waves of every wave that is selected
   */
  Map<Wave, CrossTable> read(View view, Map<Wave, Counts> waves) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select wave, %1$s, %2$s, sum(n)
                from tally
                where status in ('COUNTED', 'FLAGGED') and %3$s
                group by wave, %1$s, %2$s
                """
                    .formatted(
                        view.rows().column(),
                        view.columns().column(),
                        Conditions.closedAnswers(view.selection())))
            .getResultList();
    Map<Wave, CrossTable> tables = new EnumMap<>(Wave.class);
    waves.forEach(
        (wave, counts) ->
            tables.put(wave, new CrossTable(new HashMap<>(), counts.statuses().excluded())));
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      tables
          .get(Wave.valueOf((String) columns[0]))
          .counts()
          .computeIfAbsent((String) columns[1], code -> new HashMap<>())
          .put((String) columns[2], Numbers.number(columns[3]));
    }
    return tables;
  }
}
