package survey.platform;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.ConnectionImpl;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
   * @throws SQLException why one of them does not; a refusal of the account where all refuse it
   */
  Connection connect() throws SQLException {
    String written = written();
    SQLException failure = null;
    for (HostInfo server : beginningWith(written)) {
      try {
        Connection connection = connect(server);
        write(server, written);
        FailBack.begin(this);
        return connection;
      } catch (SQLException e) {
        failure = failure == null || !Database.isRefused(e) ? e : failure;
      }
    }
    throw Objects.requireNonNull(failure, "no server is named");
  }

  /**
   * The first of those before one server that is in the same component of a Galera cluster.
   *
   * @param written the server's name and port
   * @return nothing of other servers: one that was the primary once may take writes without its
   *     group, or lack what came since
   */
  Optional<HostInfo> earlierInComponent(String written) {
    List<HostInfo> earlier =
        inOrder.stream().takeWhile(server -> !server.getHostPortPair().equals(written)).toList();
    if (earlier.isEmpty() || earlier.size() == inOrder.size()) {
      return Optional.empty();
    }
    Optional<List<String>> component = component(inOrder.get(earlier.size()));
    return component.isEmpty()
        ? Optional.empty()
        : earlier.stream().filter(server -> component(server).equals(component)).findFirst();
  }

  private static Optional<List<String>> component(HostInfo server) {
    try (JdbcConnection connection = connect(server)) {
      return WritableCheck.component(connection);
    } catch (SQLException e) {
      return Optional.empty();
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
