package survey.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a server knows about the cluster that it is a member of. */
enum Membership {
  SINGLE(
      """
      select 1
      """,
      """
      select ? > 0
      """),
  GALERA(
      """
      select if(
        (select variable_value from information_schema.global_status
         where variable_name = 'wsrep_local_state_comment') = 'Synced',
        (select cast(variable_value as integer) from information_schema.global_status
         where variable_name = 'wsrep_cluster_size'),
        0)
      """,
      """
      select variable_value = 'ON' and ? > 0 from information_schema.global_status
      where variable_name = 'wsrep_ready'
      """),
  GROUP_REPLICATION(
      """
      select count(*) from performance_schema.replication_group_members where member_state = 'ONLINE'
      """,
      """
      select not @@super_read_only and exists (
        select 1 from performance_schema.replication_group_members
        where member_role = 'PRIMARY' and member_state = 'ONLINE' and member_port = ?)
      """);

  private final String members;
  private final String takesWrites;

  Membership(String members, String takesWrites) {
    this.members = members;
    this.takesWrites = takesWrites;
  }

  /** How many members there are that are up to date, itself among them; 0 if it is not. */
  int seen(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(members);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  boolean takesWrites(Connection connection, int port) throws SQLException {
    try (var query = connection.prepareStatement(takesWrites)) {
      query.setInt(1, port);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }
}
