package survey.platform;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.interceptors.ConnectionLifecycleInterceptor;
import com.mysql.cj.log.Log;
import java.net.SocketTimeoutException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a server takes writes. One that has left its cluster, or is no longer its group's
 * primary, still answers, with what it knew: so each connection asks, about once a second, before a
 * transaction begins. The pool, which looks after a connection by switching its automatic commits
 * off and on, then drops it and opens another, where there is a server that does.
 *
 * <p>Where a server is silent, each connection would be waited for in turn by whoever comes alone:
 * so what had last been asked before that was noticed is dropped without a question.
 *
 * <p>The driver makes one of these for each connection.
 */
public class WritableCheck implements ConnectionLifecycleInterceptor {
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  /** When a server was last silent, by its name and port. */
  private static final Map<String, Long> SILENT_AT = new ConcurrentHashMap<>();

  private JdbcConnection connection;
  private long askedAt = System.nanoTime();

  /**
   * Makes sure that a connection's server takes writes just now.
   *
   * @throws SQLException if it does not, or does not answer
   */
  static void require(JdbcConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // In this order: who has lost its cluster answers the first question alone.
      if (hasLostItsCluster(statement) || isReadOnly(statement)) {
        throw new SQLTransientConnectionException(
            connection.getHostPortPair() + " takes no writes", "08001");
      }
    }
  }

  private static boolean isReadOnly(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery("select @@global.read_only")) {
      answer.next();
      String value = answer.getString(1);
      return !value.equals("0") && !value.equals("OFF");
    }
  }

  /** Of Galera alone; a server without it says that it is not ready either, of no provider. */
  private static boolean hasLostItsCluster(Statement statement) throws SQLException {
    try (ResultSet answer =
        statement.executeQuery(
            "show status where variable_name in ('wsrep_provider_name', 'wsrep_ready')")) {
      String provider = "";
      String ready = "";
      while (answer.next()) {
        if (answer.getString(1).equals("wsrep_ready")) {
          ready = answer.getString(2);
        } else {
          provider = answer.getString(2);
        }
      }
      return !provider.isEmpty() && ready.equals("OFF");
    }
  }

  @Override
  public ConnectionLifecycleInterceptor init(
      MysqlConnection connection, Properties properties, Log log) {
    this.connection = (JdbcConnection) connection;
    return this;
  }

  @Override
  public boolean setAutoCommit(boolean flag) throws SQLException {
    long now = System.nanoTime();
    if (!flag && now - askedAt >= INTERVAL) {
      ask(now);
    }
    return true;
  }

  private void ask(long now) throws SQLException {
    String server = connection.getHostPortPair();
    Long silentAt = SILENT_AT.get(server);
    if (silentAt != null && askedAt - silentAt < 0) {
      throw new SQLTransientConnectionException(server + " was silent since", "08S01");
    }
    askedAt = now;
    try {
      require(connection);
    } catch (SQLException e) {
      if (isSilence(e)) {
        SILENT_AT.put(server, System.nanoTime());
      }
      throw e;
    }
  }

  private static boolean isSilence(Throwable failure) {
    return failure != null
        && (failure instanceof SocketTimeoutException || isSilence(failure.getCause()));
  }

  @Override
  public void close() {}

  @Override
  public boolean commit() {
    return true;
  }

  @Override
  public boolean rollback() {
    return true;
  }

  @Override
  public boolean rollback(Savepoint savepoint) {
    return true;
  }

  @Override
  public boolean setDatabase(String database) {
    return true;
  }

  @Override
  public boolean transactionBegun() {
    return true;
  }

  @Override
  public boolean transactionCompleted() {
    return true;
  }

  @Override
  public void destroy() {}
}
