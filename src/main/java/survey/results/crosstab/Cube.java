package survey.results.crosstab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;

/** Reads the cube by one demographic, to the last respondent: not for the public. */
@ApplicationScoped
class Cube {
  @PersistenceContext EntityManager entityManager;

  /** Who counts in a wave at this moment, flagged responses included. */
  Rows rows(Demographic by, Wave wave) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select %1$s, primary_choice, sum(n)
                from tally
                where wave = ? and status in ('COUNTED', 'FLAGGED')
                group by %1$s, primary_choice
                """
                    .formatted(by.column()))
            .setParameter(1, wave.name())
            .getResultList();
    Map<String, Map<Choice, Long>> counts = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      counts
          .computeIfAbsent((String) columns[0], code -> new EnumMap<>(Choice.class))
          .put(Choice.valueOf((String) columns[1]), ((Number) columns[2]).longValue());
    }
    Map<String, Cells> cells = new HashMap<>();
    counts.forEach((code, primary) -> cells.put(code, new Cells(primary)));
    return new Rows(cells);
  }
}
