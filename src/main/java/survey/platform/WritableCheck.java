package survey.platform;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;

/**
 * Whether one of several servers takes writes. One that has left its cluster, or is no longer its
 * group's primary, still answers, with what it knew. A connection that is kept must be to the one
 * that all others of this node write to.
 */
public class WritableCheck extends AnswerCheck {
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
  void ask(JdbcConnection connection) throws SQLException {
    if (!Servers.isToLast(connection)) {
      throw new SQLTransientConnectionException(
          connection.getHostPortPair() + " is not the server that is written to", "08001");
    }
    require(connection);
  }
}
