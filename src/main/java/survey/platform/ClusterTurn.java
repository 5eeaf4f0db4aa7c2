package survey.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * One node's turn to migrate a Galera cluster. The lock that Flyway takes holds on one of the
 * cluster's servers and no longer than to the next DDL statement. So here is a row that says whose
 * turn it is, and until when: of two who write it at once, on whatever servers, the cluster lets
 * one commit. It is renewed for as long as the turn takes, and a dead node's runs out.
 *
 * <p>While a DDL statement runs, the cluster holds back all that is written meanwhile, and lets it
 * through in the order in which it came: a renewal before the attempt of somebody who thinks that
 * it has run out, and who is refused then.
 */
final class ClusterTurn implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ClusterTurn.class.getName());
  private static final long SECONDS = 60;
  private static final long RENEWAL_SECONDS = 10;
  private static final long PAUSE_MILLIS = 500;

  private final DataSource database;
  private final String holder = UUID.randomUUID().toString();
  private final CountDownLatch over = new CountDownLatch(1);

  private ClusterTurn(DataSource database) {
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
  static ClusterTurn await(DataSource database) throws SQLException {
    ClusterTurn turn = new ClusterTurn(database);
    turn.prepare();
    while (!turn.take()) {
      turn.isOverWithin(PAUSE_MILLIS);
    }
    Thread renewing = new Thread(turn::renew, "migration-turn");
    renewing.setDaemon(true);
    renewing.start();
    return turn;
  }

  private void prepare() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table if not exists migration_turn (
            id     tinyint     not null,
            holder varchar(36),            -- a node, of its own naming
            ends   datetime(6),            -- UTC
            primary key (id)
          ) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin
          """);
    }
  }

  private boolean take() throws SQLException {
    try {
      write("insert ignore into migration_turn (id) values (1)");
      return write(
              """
              update migration_turn set holder = ?, ends = utc_timestamp(6) + interval %d second
              where id = 1 and (holder is null or ends < utc_timestamp(6))
              """
                  .formatted(SECONDS),
              holder)
          == 1;
    } catch (SQLTransactionRollbackException e) {
      // Another one wrote it at the same moment.
      return false;
    }
  }

  /** Whether there is nothing yet but what this has made. */
  boolean isInAnEmptyDatabase() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from information_schema.tables where table_schema = database() and table_name <> 'migration_turn'")) {
      rows.next();
      return rows.getInt(1) == 0;
    }
  }

  private void renew() {
    while (!isOverWithin(TimeUnit.SECONDS.toMillis(RENEWAL_SECONDS))) {
      try {
        write(
            "update migration_turn set ends = utc_timestamp(6) + interval %d second where holder = ?"
                .formatted(SECONDS),
            holder);
      } catch (SQLException e) {
        // Of several in a row, the turn bears all but the last.
        LOG.log(Level.WARNING, "the turn to migrate is not renewed: {0}", e.getSQLState());
      }
    }
  }

  private boolean isOverWithin(long millis) {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
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
      write("update migration_turn set holder = null where holder = ?", holder);
    } catch (SQLException e) {
      // It runs out by itself.
      LOG.log(Level.WARNING, "the turn to migrate is not given back: {0}", e.getSQLState());
    }
  }
}
