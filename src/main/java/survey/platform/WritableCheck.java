package survey.platform;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether one of several servers takes writes. One that has left its cluster, has not joined it yet
 * or is no longer its group's primary still answers, with what it knew.
 */
public class WritableCheck extends AnswerCheck {
  /** Of Galera, and of MySQL's group replication. */
  private static final String STATUS =
      """
      show status where variable_name in
        ('wsrep_provider_name', 'wsrep_ready', 'Gr_last_consensus_end_timestamp')
      """;

  /**
   * Makes sure that a connection's server takes writes just now.
   *
   * @throws SQLException if it does not, or does not answer
   */
  static void require(JdbcConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // In this order: who has lost its cluster answers the first question alone.
      Map<String, String> status = pairs(statement, STATUS);
      if (hasLostItsCluster(status) || hasNotJoined(status, statement) || isReadOnly(statement)) {
        throw new SQLTransientConnectionException(
            connection.getHostPortPair() + " takes no writes", "08001");
      }
    }
  }

  /** Whether a connection's server is a node of Galera, of which any takes writes. */
  static boolean isOfGalera(JdbcConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return isOfGalera(pairs(statement, STATUS));
    }
  }

  /** A server without it says that it is not ready either, of no provider. */
  private static boolean isOfGalera(Map<String, String> status) {
    return !status.getOrDefault("wsrep_provider_name", "").isEmpty();
  }

  private static boolean hasLostItsCluster(Map<String, String> status) {
    return isOfGalera(status) && "OFF".equals(status.get("wsrep_ready"));
  }

  /**
   * A member of a group that has been started and is not told to join yet takes writes that the
   * group will never see. It has agreed upon nothing with others so far; once it has, it is
   * read-only when it leaves.
   */
  private static boolean hasNotJoined(Map<String, String> status, Statement statement)
      throws SQLException {
    return "".equals(status.get("Gr_last_consensus_end_timestamp"))
        && !pairs(statement, "show global variables like 'group_replication_group_name'")
            .getOrDefault("group_replication_group_name", "")
            .isEmpty();
  }

  private static boolean isReadOnly(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery("select @@global.read_only")) {
      answer.next();
      String value = answer.getString(1);
      return !value.equals("0") && !value.equals("OFF");
    }
  }

  private static Map<String, String> pairs(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      Map<String, String> pairs = new HashMap<>();
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
      return pairs;
    }
  }

  @Override
  void ask(JdbcConnection connection) throws SQLException {
    require(connection);
  }
}
