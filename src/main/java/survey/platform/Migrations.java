package survey.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Waits for the database and brings it to this version before anything else starts; a database that cannot be reached or
 * migrated fails the deployment.
 */
@ApplicationScoped
public class Migrations {
  private static final int FIRST = 100;

  @Resource(lookup = "java:app/jdbc/survey")
  DataSource database;

  /** How long to wait for the database, in seconds. */
  @Inject
  @ConfigProperty(name = "survey.db.wait", defaultValue = "30")
  int wait;

  void migrate(@Observes @Priority(FIRST) Startup startup) {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(database)
        .locations("classpath:db")
        .connectRetries(wait)
        .connectRetriesInterval(1)
        .placeholderReplacement(false)
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
