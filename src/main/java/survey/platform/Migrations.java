package survey.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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
      Flyway.configure(getClass().getClassLoader())
          .dataSource(database)
          .locations("classpath:db")
          .placeholderReplacement(false)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      System.setProperty(
          "survey.start.failure", "The database cannot be migrated: " + e.getMessage());
      throw e;
    }
  }
}
