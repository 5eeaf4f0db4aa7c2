package survey.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import java.time.Duration;

/**
 * The same database for migrations: with patience for a statement that writes a table of millions
 * anew. Its connections are closed soon after the start.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/migrations",
    className = "survey.platform.MigrationDatabase",
    url = "${MPCONFIG=survey.db.url}",
    user = "${MPCONFIG=survey.db.user}",
    password = "${MPCONFIG=survey.db.password}",
    transactional = false,
    initialPoolSize = 0,
    minPoolSize = 0,
    maxPoolSize = 4,
    maxIdleTime = 60,
    properties = {
      "patienceInSeconds=${MPCONFIG=survey.db.wait:30}",
      "fish.payara.max-wait-time-in-millis=2000"
    })
public class MigrationDatabase extends Database {
  private static final long serialVersionUID = 1L;

  @Override
  protected Duration longestStatement() {
    return Duration.ofHours(6);
  }

  @Override
  protected String sessionLimits() {
    return PATIENT;
  }

  /** What has begun goes on where it began. */
  @Override
  protected Class<? extends AnswerCheck> checkOfSeveral() {
    return WritableCheck.class;
  }
}
