package survey.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import survey.RunningSurvey;

/**
 * One database server or a cluster of three, with an empty database "survey" and an account that
 * may do anything in it. Nodes are numbered from 1.
 */
public final class DatabaseServers implements AutoCloseable {
  private static final String USER = "survey";
  private static final String PASSWORD = "servers-of-tests";

  /** As many as a cluster uses, one after another. */
  private static final int PORTS = 34;

  private static final Duration LONGEST_JOINING = Duration.ofMinutes(3);

  /**
   * So many connections a server has that no node of the survey writes to: the one that counts
   * them, and one that is idle until the next recount. A node that writes there has two more at
   * least.
   */
  private static final int OF_NO_NODE = 2;

  private final Script script;
  private final Membership membership;
  private final int nodes;

  /** A genuine MySQL server, with TLS. */
  public static DatabaseServers mysql() {
    return new DatabaseServers("mysql", Membership.SINGLE, 1);
  }

  /** Debian's MariaDB, with TLS. */
  public static DatabaseServers mariadb() {
    return new DatabaseServers("mariadb", Membership.SINGLE, 1);
  }

  /** Three of Debian's MariaDB; each takes writes. */
  public static DatabaseServers galera() {
    return new DatabaseServers("galera", Membership.GALERA, 3);
  }

  /** Three genuine MySQL servers, with TLS; only the primary takes writes. */
  public static DatabaseServers groupReplication() {
    return new DatabaseServers("group-replication", Membership.GROUP_REPLICATION, 3);
  }

  /** By its script's name: mysql, mariadb, galera or group-replication. */
  public static DatabaseServers named(String name) {
    return switch (name) {
      case "mysql" -> mysql();
      case "mariadb" -> mariadb();
      case "galera" -> galera();
      case "group-replication" -> groupReplication();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private DatabaseServers(String name, Membership membership, int nodes) {
    this.membership = membership;
    this.nodes = nodes;
    script =
        new Script(name + ".sh", RunningSurvey.freshHome(name), RunningSurvey.freePorts(PORTS));
    try {
      script.run("up");
      awaitMembers();
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  /** All nodes, the first one first, and no parameters. */
  public String url() {
    return IntStream.rangeClosed(1, nodes)
        .mapToObj(node -> "127.0.0.1:" + port(node))
        .collect(Collectors.joining(",", "jdbc:mysql://", "/survey"));
  }

  /** One node alone, and no parameters. */
  public String url(int node) {
    return "jdbc:mysql://127.0.0.1:" + port(node) + "/survey";
  }

  public String user() {
    return USER;
  }

  public String password() {
    return PASSWORD;
  }

  public int nodes() {
    return nodes;
  }

  public int port(int node) {
    return script.firstPort() + node - 1;
  }

  /** A connection to this node alone, which hangs at most ten seconds where the node does. */
  public Connection connect(int node) throws SQLException {
    return DriverManager.getConnection(
        url(node) + "?connectTimeout=3000&socketTimeout=10000&connectionTimeZone=UTC",
        USER,
        PASSWORD);
  }

  /** SIGKILL; returns when the node is dead. */
  public void kill(int node) {
    script.run("kill", Integer.toString(node));
  }

  /** Tells a node to end; returns when it has. */
  public void stop(int node) {
    script.run("stop", Integer.toString(node));
  }

  /**
   * Starts a node that has ended; in a cluster it then joins the others ({@link #awaitMembers}).
   */
  public void start(int node) {
    script.run("start", Integer.toString(node));
  }

  /** Starts a member of a group that has ended; it is not told to join the others. */
  public void startAlone(int node) {
    script.run("alone", Integer.toString(node));
  }

  /** The node that the survey writes to: the one that holds most of its connections. */
  public int written() {
    return IntStream.rangeClosed(1, nodes)
        .boxed()
        .max(Comparator.comparingInt(this::connections))
        .orElseThrow();
  }

  /**
   * Waits until each node of the survey writes where it does when all servers are there: to the
   * first of Galera. The primary of a group may be anywhere, and is not waited for.
   */
  public void awaitWritten() {
    if (membership == Membership.GALERA) {
      RunningSurvey.await(
          () ->
              written() == 1
                  && IntStream.rangeClosed(2, nodes)
                      .allMatch(node -> connections(node) <= OF_NO_NODE),
          LONGEST_JOINING);
    }
  }

  /** How many the account holds to this node; an account always sees its own. */
  private int connections(int node) {
    try (Connection connection = connect(node);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show processlist")) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    } catch (SQLException e) {
      return 0;
    }
  }

  public boolean takesWrites(int node) {
    try (Connection connection = connect(node)) {
      return membership.takesWrites(connection, port(node));
    } catch (SQLException e) {
      return false;
    }
  }

  /** Waits until every node sees all the others, and has got all their transactions. */
  public void awaitMembers() {
    RunningSurvey.await(
        () -> IntStream.rangeClosed(1, nodes).allMatch(this::seesAll), LONGEST_JOINING);
  }

  private boolean seesAll(int node) {
    try (Connection connection = connect(node)) {
      return membership.seen(connection) == nodes;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    script.run("down");
  }
}
