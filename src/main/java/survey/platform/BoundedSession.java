package survey.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets nobody wait long for a database that is away. Connections are taken through {@link
 * ConnectionDoor}; and EclipseLink, which would ask a database that does not answer three times and
 * five seconds apart, asks once: who waits is better told so.
 */
public class BoundedSession implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    session.getLogin().setQueryRetryAttemptCount(0);
    JNDIConnector pool = (JNDIConnector) session.getLogin().getConnector();
    session.getLogin().setConnector(new Connector(pool));
  }

  private static final class Connector extends JNDIConnector {
    private static final long serialVersionUID = 1L;

    /** One for all: EclipseLink makes copies of a connector. */
    private static final ConnectionDoor DOOR = new ConnectionDoor();

    Connector(JNDIConnector pool) {
      super(pool.getDataSource());
    }

    @Override
    public Connection connect(Properties account, Session session) {
      try {
        return DOOR.open(dataSource::getConnection);
      } catch (SQLException e) {
        throw DatabaseException.sqlException(e, false);
      }
    }
  }
}
