package survey.platform;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.interceptors.ConnectionLifecycleInterceptor;
import com.mysql.cj.log.Log;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * Whether a server takes writes. One that has left its cluster, or is no longer its group's
 * primary, still answers, with what it knew: so each connection asks, about once a second, before a
 * transaction begins. The pool, which looks after a connection by switching its automatic commits
 * off and on, then drops it and opens another, where there is a server that does.
 *
 * <p>The driver makes one of these for each connection.
 */
public class WritableCheck implements ConnectionLifecycleInterceptor {
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

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
      askedAt = now;
      require(connection);
    }
    return true;
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
