package survey.platform;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.ConnectionImpl;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * The servers of a cluster that a database's address names, of which one takes writes. The driver's
 * own failover stays with the first that answers, even where that one has become a read-only member
 * of its group; and it moves a connection from one server to the next, where the pool would rather
 * have a new one.
 */
final class Servers {
  /** The one that took writes last, so that nobody tries those again first that are gone. */
  private static volatile String last = "";

  private final List<HostInfo> inOrder;

  Servers(String url, Properties account) {
    inOrder = ConnectionUrl.getConnectionUrlInstance(url, account).getHostsList();
  }

  /** Whether there is a choice; one server, or what stands before several, is not questioned. */
  boolean areSeveral() {
    return inOrder.size() > 1;
  }

  /**
   * Connects to the server that took writes last, or to the next one after it that does.
   *
   * @throws SQLException why the last one that was tried does not
   */
  Connection connect() throws SQLException {
    SQLException failure = new SQLTransientConnectionException("no server is named");
    for (HostInfo server : inTurn()) {
      try {
        Connection connection = connect(server);
        last = server.getHostPortPair();
        FailBack.begin(this);
        return connection;
      } catch (SQLException e) {
        failure = e;
      }
    }
    throw failure;
  }

  /** Whether a connection is to the server that took writes last. */
  static boolean isToLast(JdbcConnection connection) {
    return connection.getHostPortPair().equals(last);
  }

  /** Has all go back to the first of those before the last one that takes writes, if one does. */
  void goBack() {
    for (HostInfo server : inOrder) {
      if (server.getHostPortPair().equals(last)) {
        return;
      }
      try {
        connect(server).close();
        last = server.getHostPortPair();
        return;
      } catch (SQLException e) {
        // Not yet.
      }
    }
  }

  private static Connection connect(HostInfo server) throws SQLException {
    JdbcConnection connection = ConnectionImpl.getInstance(server);
    try {
      WritableCheck.require(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private List<HostInfo> inTurn() {
    List<HostInfo> servers = new ArrayList<>(inOrder);
    int first = servers.stream().map(HostInfo::getHostPortPair).toList().indexOf(last);
    Collections.rotate(servers, -Math.max(first, 0));
    return servers;
  }
}
