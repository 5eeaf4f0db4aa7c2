package survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports a changed seed, at start in the log and ever after in readiness; and a database that does
 * not answer.
 */
@Readiness
@ApplicationScoped
public class SeedCheck implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(SeedCheck.class.getName());

  @Inject Seed seed;

  void report(@Observes Startup startup) {
    seed.differences()
        .forEach(
            difference ->
                LOG.log(Level.SEVERE, "the original survey has changed: {0}", difference));
  }

  @Override
  public HealthCheckResponse call() {
    try {
      List<String> differences = seed.differences();
      return differences.isEmpty()
          ? HealthCheckResponse.up("original survey")
          : down(String.join("; ", differences));
    } catch (PersistenceException e) {
      return down("the database does not answer");
    }
  }

  private static HealthCheckResponse down(String reason) {
    return HealthCheckResponse.named("original survey").down().withData("reason", reason).build();
  }
}
