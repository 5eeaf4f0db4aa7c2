package survey.platform;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSession;
import com.mysql.cj.protocol.a.NativeCapabilities;
import com.mysql.cj.protocol.a.NativePacketPayload;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a server can do, and fractions of seconds in any case. MariaDB before 11 gives its version
 * as 5.5.5, for the sake of old replicas, with its own behind that; the driver takes it for that
 * old a MySQL and cuts every time down to whole seconds.
 */
final class FractionalSeconds extends NativeCapabilities {
  private FractionalSeconds(NativePacketPayload greeting) {
    super(greeting);
  }

  /** Has a connection send times as they are: any server that the survey runs on stores them. */
  static void sendThrough(Connection connection) throws SQLException {
    ServerSession session = connection.unwrap(JdbcConnection.class).getSession().getServerSession();
    if (!session.getCapabilities().serverSupportsFracSecs()) {
      session.setCapabilities(like((NativeCapabilities) session.getCapabilities()));
    }
  }

  private static FractionalSeconds like(NativeCapabilities others) {
    NativePacketPayload greeting = others.getInitialHandshakePacket();
    greeting.setPosition(0);
    FractionalSeconds capabilities = new FractionalSeconds(greeting);
    capabilities.setCapabilityFlags(others.getCapabilityFlags());
    capabilities.setThreadId(others.getThreadId());
    return capabilities;
  }

  @Override
  public boolean serverSupportsFracSecs() {
    return true;
  }
}
