package survey.platform;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one of several servers takes writes. One that has left its cluster, has not joined it yet
 * or is no longer its group's primary still answers, with what it knew.
 */
public class WritableCheck extends AnswerCheck {
  /** Of Galera, and of MySQL's group replication. */
  private static final String STATUS =
      """
      show status where variable_name in
        ('wsrep_provider_name', 'wsrep_ready', 'wsrep_local_state', 'wsrep_cluster_state_uuid',
         'wsrep_cluster_conf_id', 'wsrep_cluster_size', 'Gr_last_consensus_end_timestamp')
      """;

  private static final String SYNCED = "4";
  private static final String ALONE = "1";

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

  /**
   * Which nodes of Galera a connection's server is one of: the cluster's history, the number of the
   * view that its members have agreed upon, and how many they are. The same for two servers that
   * are up to date: whatever one acknowledged, the other has.
   *
   * @return empty for a server that is no such node, is alone or lacks transactions of the others
   */
  static Optional<List<String>> component(JdbcConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<String, String> status = pairs(statement, STATUS);
      return isOfGalera(status)
              && SYNCED.equals(status.get("wsrep_local_state"))
              && !ALONE.equals(status.get("wsrep_cluster_size"))
          ? Optional.of(
              List.of(
                  status.get("wsrep_cluster_state_uuid"),
                  status.get("wsrep_cluster_conf_id"),
                  status.get("wsrep_cluster_size")))
          : Optional.empty();
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
