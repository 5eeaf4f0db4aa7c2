package survey.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * One node's turn to migrate a Galera cluster. The lock that Flyway takes holds on one of the
 * cluster's servers and no longer than to the next DDL statement. So here is a row that says whose
 * turn it is: of two who write it at once, on whatever servers, the cluster lets one commit. (It is
 * not in {@code db/}, since it must be there before Flyway runs.) Whose turn it is says so again
 * and again, so that a dead node's is noticed.
 *
 * <p>While a DDL statement runs, the cluster holds back all that is written meanwhile, and lets it
 * through in the order in which it came: so a sign of life comes before the attempt of somebody who
 * has missed it, and who is refused then, as the row is no longer what it was.
 */
final class MigrationTurn implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(MigrationTurn.class.getName());
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final DataSource database;
  private final String holder = UUID.randomUUID().toString();
  private final CountDownLatch over = new CountDownLatch(1);

  private MigrationTurn(DataSource database) {
    this.database = database;
  }

  /** Whether it takes more than the lock of one server. */
  static boolean isNeeded(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        // No such variable on MySQL.
        ResultSet rows = statement.executeQuery("show global variables like 'wsrep_on'")) {
      return rows.next() && rows.getString(2).equals("ON");
    }
  }

  /** Waits for it, as long as others take theirs. */
  static MigrationTurn await(DataSource database) throws SQLException {
    return await(database, LONGEST_SILENCE);
  }

  static MigrationTurn await(DataSource database, Duration longestSilence) throws SQLException {
    MigrationTurn turn = new MigrationTurn(database);
    turn.prepare();
    String last = turn.state();
    long since = System.nanoTime();
    while (!turn.mayTake(last, since, longestSilence) || !turn.take(last)) {
      if (turn.isOverWithin(PAUSE)) {
        throw new SQLException("interrupted while waiting for the turn to migrate");
      }
      String now = turn.state();
      if (!now.equals(last)) {
        last = now;
        since = System.nanoTime();
      }
    }
    Thread living = new Thread(turn::live, "migration-turn");
    living.setDaemon(true);
    living.start();
    return turn;
  }

  private void prepare() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table if not exists migration_turn (
            id     tinyint     not null,
            holder varchar(36) not null,   -- a node, of its own naming; none: empty
            signs  bigint      not null,   -- of life
            primary key (id)
          ) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin
          """);
      statement.execute("insert ignore into migration_turn (id, holder, signs) values (1, '', 0)");
    } catch (SQLTransactionRollbackException e) {
      // Another one wrote it at the same moment.
    }
  }

  /** Who holds it, and after how many signs of life. */
  private String state() throws SQLException {
    return ask("select concat(holder, ' ', signs) from migration_turn where id = 1");
  }

  private boolean mayTake(String state, long since, Duration longestSilence) {
    return state.startsWith(" ") || System.nanoTime() - since > longestSilence.toNanos();
  }

  private boolean take(String state) throws SQLException {
    try {
      return write(
              """
              update migration_turn set holder = ?, signs = signs + 1
              where id = 1 and concat(holder, ' ', signs) = ?
              """,
              holder,
              state)
          == 1;
    } catch (SQLTransactionRollbackException e) {
      return false;
    }
  }

  /** Whether there is nothing yet but what this has made. */
  boolean isInAnEmptyDatabase() throws SQLException {
    return ask("select count(*) from information_schema.tables where table_schema = database() and table_name <> 'migration_turn'")
        .equals("0");
  }

  private String ask(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      // What another server has taken may not have come to this one yet.
      return row.next() ? row.getString(1) : "";
    }
  }

  private void live() {
    while (!isOverWithin(SIGN_OF_LIFE)) {
      try {
        if (write("update migration_turn set signs = signs + 1 where holder = ?", holder) == 0) {
          LOG.severe("another node has taken the turn to migrate from this one");
        }
      } catch (SQLException e) {
        // The turn bears some of them.
        LOG.log(Level.WARNING, "a sign of life is not written: {0}", e.getSQLState());
      }
    }
  }

  private boolean isOverWithin(Duration time) {
    try {
      return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private int write(String statement, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      return prepared.executeUpdate();
    }
  }

  /** Lets the next one have its turn at once. */
  @Override
  public void close() {
    over.countDown();
    try {
      write("update migration_turn set holder = '' where holder = ?", holder);
    } catch (SQLException e) {
      // Its silence is noticed.
      LOG.log(Level.WARNING, "the turn to migrate is not given back: {0}", e.getSQLState());
    }
  }
}
