package survey.platform;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.MysqlDataSource;
import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * The driver's data source with the settings that the application relies on, whatever else the
 * operator's URL says: one collation everywhere, times in UTC, and no call that hangs for ever on a
 * database that went silent.
 *
 * <p>The first connection waits for a database that is still starting, as the container asks for
 * one before it starts the application. Later ones fail at once: a respondent is told within
 * seconds.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/survey",
    className = "survey.platform.Database",
    url = "${MPCONFIG=survey.db.url}",
    user = "${MPCONFIG=survey.db.user}",
    password = "${MPCONFIG=survey.db.password}",
    // Closing a day relies on its locks (see survey.response.ClosedDays), whatever the server's
    // default.
    isolationLevel = Connection.TRANSACTION_REPEATABLE_READ,
    minPoolSize = 2,
    // For two cores; whoever waits longer for one of them is told that the survey is in trouble.
    maxPoolSize = 8,
    properties = {
      "patienceInSeconds=${MPCONFIG=survey.db.wait:30}",
      "fish.payara.max-wait-time-in-millis=2000",
      "fish.payara.is-connection-validation-required=true",
      // Asks the server. Failing all connections with the first would open new ones under the
      // pool's lock.
      "fish.payara.connection-validation-method=auto-commit",
      "fish.payara.validate-atmost-once-period-in-seconds=1"
    })
public class Database extends MysqlDataSource {
  private static final long serialVersionUID = 1L;

  static final Duration LONGEST_OF_A_PAGE = Duration.ofSeconds(3);

  private static final String SETTINGS =
      String.join(
          "&",
          "connectionCollation=utf8mb4_bin",
          "connectionTimeZone=UTC",
          "forceConnectionTimeZoneToSession=true",
          "connectTimeout=2000",
          // For the greeting, too.
          "socketTimeout=" + LONGEST_OF_A_PAGE.toMillis(),
          // Payara's own certificate is no client certificate that a database would know.
          "fallbackToSystemKeyStore=false");

  /** Limits of what is no page: it is never silent for ten minutes, and may wait for a lock. */
  static final String PATIENT = "wait_timeout = 600";

  private static final String WATCH = PropertyKey.connectionLifecycleInterceptors.getKeyName();

  private static final Duration PAUSE = Duration.ofMillis(200);

  private static volatile boolean reached;

  private Duration patience = Duration.ZERO;

  @Override
  public void setUrl(String url) {
    super.setUrl(url + (url.contains("?") ? "&" : "?") + SETTINGS);
  }

  /**
   * How long the database may be silent. No statement of a page takes that long; what does has a
   * data source of its own.
   */
  protected Duration longestStatement() {
    return LONGEST_OF_A_PAGE;
  }

  /**
   * What the server ends by itself, in seconds: the silence of a node that was cut off in the
   * middle of a transaction, whose locks it would keep for hours by default; and the wait for a
   * row's lock, before the node gives up and leaves its statement there ({@link
   * #longestStatement}). An idle connection of the pool ends with the former; the pool looks before
   * it hands one out.
   */
  protected String sessionLimits() {
    return "wait_timeout = 10, innodb_lock_wait_timeout = 2";
  }

  /** What a connection to one of several servers is asked, about once a second. */
  protected Class<? extends AnswerCheck> checkOfSeveral() {
    return OneServerCheck.class;
  }

  /** How long the first connection waits for the database. */
  public void setPatienceInSeconds(int seconds) {
    patience = Duration.ofSeconds(seconds);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    if (!reached) {
      return firstConnection(user, password);
    }
    return connect(user, password);
  }

  private Connection connect(String user, String password) throws SQLException {
    Properties account = exposeAsProperties();
    account.setProperty("user", user);
    account.setProperty("password", password);
    Servers servers =
        new Servers(getUrl() + "&" + WATCH + "=" + checkOfSeveral().getName(), account);
    account.setProperty(WATCH, AnswerCheck.class.getName());
    Connection connection = servers.areSeveral() ? servers.connect() : getConnection(account);
    try {
      FractionalSeconds.sendThrough(connection);
      limit(connection);
      connection.setNetworkTimeout(Runnable::run, (int) longestStatement().toMillis());
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void limit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session " + sessionLimits());
    }
  }

  private Connection firstConnection(String user, String password) throws SQLException {
    Instant limit = Instant.now().plus(patience);
    while (true) {
      try {
        Connection connection = connect(user, password);
        reached = true;
        return connection;
      } catch (SQLException e) {
        if (isRefused(e)) {
          System.setProperty(
              "survey.start.failure", "The database refuses the survey's account: " + reason(e));
          throw e;
        }
        if (Instant.now().isAfter(limit)) {
          System.setProperty(
              "survey.start.failure",
              "The database cannot be reached within %d seconds (SURVEY_DB_WAIT): %s"
                  .formatted(patience.toSeconds(), reason(e)));
          throw e;
        }
        pause();
      }
    }
  }

  /** The innermost cause, in one line: the driver's own message has several. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** A wrong account does not heal by waiting: SQL state 28000, invalid authorisation. */
  static boolean isRefused(SQLException failure) {
    return "28000".equals(failure.getSQLState());
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for the database", e);
    }
  }
}
