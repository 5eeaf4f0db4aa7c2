package survey.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the database to this version before anything else starts; one that cannot be fails the
 * deployment.
 */
@ApplicationScoped
public class Migrations {
  private static final int FIRST = 100;

  @Resource(lookup = "java:app/jdbc/migrations")
  DataSource database;

  void migrate(@Observes @Priority(FIRST) Startup startup) {
    try {
      Flyway flyway = configuration().load();
      // Where nothing is left to do, this looks whether what was done is what is meant.
      if (flyway.info().pending().length == 0 || !MigrationTurn.isNeeded(database)) {
        flyway.migrate();
      } else {
        migrateInTurn();
      }
    } catch (FlywayException | SQLException e) {
      System.setProperty(
          "survey.start.failure", "The database cannot be migrated: " + e.getMessage());
      throw new IllegalStateException(e);
    }
  }

  private FluentConfiguration configuration() {
    return Flyway.configure(getClass().getClassLoader())
        .dataSource(database)
        .locations("classpath:db")
        .placeholderReplacement(false)
        .validateMigrationNaming(true);
  }

  /**
   * Flyway takes a database for somebody else's where it finds a table and no history of its own.
   */
  private void migrateInTurn() throws SQLException {
    try (MigrationTurn turn = MigrationTurn.await(database)) {
      configuration()
          .baselineOnMigrate(turn.isInAnEmptyDatabase())
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }
}
