package survey.platform;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Whether a connection is still to the one of several servers that this node writes to. */
public class OneServerCheck extends WritableCheck {
  @Override
  void ask(JdbcConnection connection) throws SQLException {
    if (!Servers.isWritten(connection)) {
      throw new SQLTransientConnectionException(
          connection.getHostPortPair() + " is not the server that is written to", "08001");
    }
    super.ask(connection);
  }
}
