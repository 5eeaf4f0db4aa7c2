package survey.platform;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.interceptors.ConnectionLifecycleInterceptor;
import com.mysql.cj.log.Log;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a server answers: each connection asks, about once a second, before a transaction begins.
 * The pool, which looks after a connection by switching its automatic commits off and on, then
 * drops it and opens another.
 *
 * <p>Where a server is silent, whoever comes alone would wait for each of the pool's connections in
 * turn: so once that is noticed, what was last asked before it is dropped without a question.
 *
 * <p>The driver makes one of these for each connection.
 */
public class AnswerCheck implements ConnectionLifecycleInterceptor {
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  /** When a server was last silent, by its name and port. */
  private static final Map<String, Long> SILENT_AT = new ConcurrentHashMap<>();

  private JdbcConnection connection;
  private long askedAt = System.nanoTime();

  /**
   * Asks the server.
   *
   * @throws SQLException if it does not answer, or not what it should
   */
  void ask(JdbcConnection connection) throws SQLException {
    connection.ping();
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
      leaveIfSilent();
      askOnce();
      askedAt = now;
    }
    return true;
  }

  private void leaveIfSilent() throws SQLException {
    Long silentAt = SILENT_AT.get(connection.getHostPortPair());
    if (silentAt != null && askedAt - silentAt < 0) {
      throw new SQLTransientConnectionException("the server has been silent", "08S01");
    }
  }

  private void askOnce() throws SQLException {
    try {
      askWithinSeconds();
    } catch (SQLException e) {
      if (isSilence(e)) {
        SILENT_AT.put(connection.getHostPortPair(), System.nanoTime());
      }
      throw e;
    }
  }

  /** However long the connection's own statements may take. */
  private void askWithinSeconds() throws SQLException {
    int longestStatement = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, (int) Database.LONGEST_OF_A_PAGE.toMillis());
    try {
      ask(connection);
    } finally {
      if (!connection.isClosed()) {
        connection.setNetworkTimeout(Runnable::run, longestStatement);
      }
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
