package survey.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has a connection see the database as it was at one moment, whatever arrives or changes while it
 * is read, and holds nobody up.
 */
public final class ConsistentRead implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ConsistentRead.class.getName());

  private final Connection connection;

  /**
   * Begins to hold on to the database as it is now.
   *
   * @param connection closed with this, and if this fails
   */
  public ConsistentRead(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("start transaction with consistent snapshot, read only");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Gives the connection back; one that is broken is found out by whoever gets it next. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "a snapshot cannot be let go: {0}", Causes.describe(e));
    }
  }
}
