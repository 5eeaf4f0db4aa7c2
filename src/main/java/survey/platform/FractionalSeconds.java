package survey.platform;

import com.mysql.cj.ServerVersion;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerCapabilities;
import com.mysql.cj.protocol.ServerSession;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a server can do, and fractions of seconds in any case. MariaDB before 11 gives its version
 * as 5.5.5, for the sake of old replicas, with its own behind that; the driver takes it for that
 * old a MySQL and cuts every time down to whole seconds.
 */
record FractionalSeconds(ServerCapabilities server) implements ServerCapabilities {
  /** Has a connection send times as they are: any server that the survey runs on stores them. */
  static void sendThrough(Connection connection) throws SQLException {
    ServerSession session = connection.unwrap(JdbcConnection.class).getSession().getServerSession();
    session.setCapabilities(new FractionalSeconds(session.getCapabilities()));
  }

  @Override
  public boolean serverSupportsFracSecs() {
    return true;
  }

  @Override
  public int getCapabilityFlags() {
    return server.getCapabilityFlags();
  }

  @Override
  public void setCapabilityFlags(int flags) {
    server.setCapabilityFlags(flags);
  }

  @Override
  public ServerVersion getServerVersion() {
    return server.getServerVersion();
  }

  @Override
  public long getThreadId() {
    return server.getThreadId();
  }

  @Override
  public void setThreadId(long threadId) {
    server.setThreadId(threadId);
  }

  @Override
  public int getServerDefaultCollationIndex() {
    return server.getServerDefaultCollationIndex();
  }
}
