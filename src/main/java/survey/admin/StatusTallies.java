package survey.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import survey.questionnaire.Wave;
import survey.response.Status;

/** Reads how many responses there are by status: sums of the cube. */
@ApplicationScoped
public class StatusTallies {
  @PersistenceContext EntityManager entityManager;

  /**
   * Every wave's as it stands.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public Map<Wave, StatusTally> byWave() {
    List<?> rows =
        entityManager
            .createNativeQuery("select wave, status, sum(n) from tally group by wave, status")
            .getResultList();
    Map<Wave, StatusTally> tallies = new EnumMap<>(Wave.class);
    for (Wave wave : Wave.values()) {
      tallies.put(wave, StatusTally.NONE);
    }
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      long n = ((Number) columns[2]).longValue();
      tallies.merge(
          Wave.valueOf((String) columns[0]),
          tally(Status.valueOf((String) columns[1]), n),
          StatusTally::plus);
    }
    return tallies;
  }

  private static StatusTally tally(Status status, long n) {
    return switch (status) {
      case COUNTED -> new StatusTally(n, 0, 0);
      case FLAGGED -> new StatusTally(0, n, 0);
      case EXCLUDED -> new StatusTally(0, 0, n);
      case WITHDRAWN -> StatusTally.NONE;
    };
  }
}
