package survey.platform;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.ConnectionImpl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * The servers that a database's address names, of which one takes writes. The driver's own failover
 * stays with the first that answers, even where that one has become a read-only member of its
 * group; and it moves a connection from one server to the next, where the pool would rather have a
 * new one.
 */
final class Servers {
  /** The one that took writes last, so that nobody tries those again first that are gone. */
  private static volatile String last = "";

  private Servers() {}

  /**
   * Connects to the server that took writes last, or to the first other one that does.
   *
   * @throws SQLException why the last one that was tried does not
   */
  static Connection connect(String url, Properties account) throws SQLException {
    SQLException failure = new SQLTransientConnectionException("no server is named");
    for (HostInfo server : inTurn(ConnectionUrl.getConnectionUrlInstance(url, account))) {
      try {
        Connection connection = ConnectionImpl.getInstance(server);
        if (Writing.isTakenBy(connection)) {
          last = server.getHostPortPair();
          return connection;
        }
        connection.close();
        failure = Writing.refused(server.getHostPortPair());
      } catch (SQLException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static List<HostInfo> inTurn(ConnectionUrl url) {
    List<HostInfo> servers = new ArrayList<>(url.getHostsList());
    for (int i = 0; i < servers.size(); i++) {
      if (servers.get(i).getHostPortPair().equals(last)) {
        Collections.rotate(servers, -i);
        break;
      }
    }
    return servers;
  }
}
