package survey.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import survey.InContainer;
import survey.ShippedWar;

/**
 * The application's own connections are encrypted on a server that offers it, with no more in the
 * address than host and name. (The embedded database does not: it never leaves the machine, and its
 * address says so.)
 */
@InContainer
class EncryptionIT {
  @Resource(lookup = "java:app/jdbc/survey")
  DataSource responses;

  @Resource(lookup = "java:app/jdbc/downloads")
  DataSource downloads;

  @Resource(lookup = "java:app/jdbc/migrations")
  DataSource migrations;

  @Deployment
  static WebArchive survey() {
    return ShippedWar.forATest();
  }

  @Test
  void encryptsAllConnectionsUnlessTheAddressSaysNotTo() throws Exception {
    boolean isTurnedOff = System.getProperty("survey.db.url").contains("sslMode=DISABLED");
    for (DataSource pool : new DataSource[] {responses, downloads, migrations}) {
      assertThat(cipher(pool).isEmpty()).isEqualTo(isTurnedOff);
    }
  }

  private static String cipher(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show session status like 'Ssl_cipher'")) {
      row.next();
      return row.getString(2);
    }
  }
}
