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
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The servers of a cluster that a database's address names, of which this node writes to one. The
 * driver's own failover stays with the first that answers, even where that one has become a
 * read-only member of its group; and it moves a connection from one server to the next, where the
 * pool would rather have a new one.
 */
final class Servers {
  private static final Logger LOG = Logger.getLogger(Servers.class.getName());

  /**
   * The one that is written to, by name and port, so that nobody tries first those that are gone.
   */
  private static final AtomicReference<String> WRITTEN = new AtomicReference<>("");

  private final List<HostInfo> inOrder;

  Servers(String url, Properties account) {
    inOrder = ConnectionUrl.getConnectionUrlInstance(url, account).getHostsList();
  }

  /** Whether there is a choice; one server, or what stands before several, is not questioned. */
  boolean areSeveral() {
    return inOrder.size() > 1;
  }

  /** Whether a connection is to the server that this node writes to. */
  static boolean isWritten(JdbcConnection connection) {
    return connection.getHostPortPair().equals(WRITTEN.get());
  }

  /**
   * Connects to the server that is written to, or to the next one after it that takes writes, which
   * is written to from then on.
   *
   * @throws SQLException why the last one that was tried does not
   */
  Connection connect() throws SQLException {
    String written = written();
    SQLException failure = new SQLTransientConnectionException("no server is named");
    for (HostInfo server : beginningWith(written)) {
      try {
        Connection connection = connect(server);
        write(server, written);
        FailBack.begin(this);
        return connection;
      } catch (SQLException e) {
        failure = e;
      }
    }
    throw failure;
  }

  /**
   * Tries the servers that come before one.
   *
   * @return the first of them that takes writes as a node of Galera, where any node does; nothing
   *     of others: a server that was the primary once may take writes without its group
   */
  Optional<HostInfo> earlierOfGalera(String written) {
    return inOrder.stream()
        .takeWhile(server -> !server.getHostPortPair().equals(written))
        .filter(Servers::takesWritesOfGalera)
        .findFirst();
  }

  private static boolean takesWritesOfGalera(HostInfo server) {
    try (JdbcConnection connection = connect(server)) {
      return WritableCheck.isOfGalera(connection);
    } catch (SQLException e) {
      return false;
    }
  }

  /** By name and port; empty before the first connection. */
  static String written() {
    return WRITTEN.get();
  }

  /** Has this node write to this server, unless it has gone to yet another since. */
  static void write(HostInfo server, String before) {
    String name = server.getHostPortPair();
    if (!name.equals(before) && WRITTEN.compareAndSet(before, name) && !before.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "the database is written to at {0}, no longer at {1}",
          new Object[] {name, before});
    }
  }

  private static JdbcConnection connect(HostInfo server) throws SQLException {
    JdbcConnection connection = ConnectionImpl.getInstance(server);
    try {
      WritableCheck.require(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private List<HostInfo> beginningWith(String name) {
    List<HostInfo> servers = new ArrayList<>(inOrder);
    int first = servers.stream().map(HostInfo::getHostPortPair).toList().indexOf(name);
    Collections.rotate(servers, -Math.max(first, 0));
    return servers;
  }
}
