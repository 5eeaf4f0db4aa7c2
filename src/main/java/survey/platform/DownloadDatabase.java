package survey.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;
import java.time.Duration;

/**
 * The same database for downloads and recounts: with connections of their own, so that they never
 * take those that respondents wait for, and with patience for a statement that searches millions of
 * responses. They are no part of the container's transactions; a download has one of its own.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/downloads",
    className = "survey.platform.DownloadDatabase",
    url = "${MPCONFIG=survey.db.url}",
    user = "${MPCONFIG=survey.db.user}",
    password = "${MPCONFIG=survey.db.password}",
    transactional = false,
    isolationLevel = Connection.TRANSACTION_REPEATABLE_READ,
    initialPoolSize = 0,
    minPoolSize = 0,
    // Two downloads and a recount.
    maxPoolSize = 3,
    properties = {
      "fish.payara.max-wait-time-in-millis=2000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=auto-commit"
    })
public class DownloadDatabase extends Database {
  private static final long serialVersionUID = 1L;

  @Override
  protected Duration longestStatement() {
    return Duration.ofMinutes(1);
  }

  @Override
  protected String sessionLimits() {
    return PATIENT;
  }
}
