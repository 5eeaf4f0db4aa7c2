package survey.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Where requests get their connections. While the database is away, each would wait for one as long
 * as the pool lets it, until all of the server's threads do and not even the form opens. So only so
 * many wait at a time, and once several have waited in vain, all others are refused at once, but
 * for one every half a second that tries.
 */
@ApplicationScoped
public class ConnectionDoor {
  /** Three quarters of the server's threads: the others serve what needs no database. */
  private static final int MOST_WAITING = 48;

  /** A connection from a pool, through the application's one door, as {@link #open} has it. */
  static Connection enter(DataSource pool) throws SQLException {
    ConnectionDoor door;
    try {
      door = CDI.current().select(ConnectionDoor.class).get();
    } catch (IllegalStateException e) {
      // The application is being deployed: there are no beans yet, and nobody who waits.
      return pool.getConnection();
    }
    return door.open(pool);
  }

  /**
   * A connection from a pool.
   *
   * @throws SQLException if there is none
   * @throws org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException if it is not
   *     even tried
   */
  @Bulkhead(MOST_WAITING)
  @CircuitBreaker(failOn = SQLException.class, requestVolumeThreshold = 4, delay = 500)
  public Connection open(DataSource pool) throws SQLException {
    return pool.getConnection();
  }
}
