package survey.response.recount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports a difference that the last recount found, and tells of none for hours; counts nothing.
 */
@Readiness
@ApplicationScoped
public class RecountCheck implements HealthCheck {
  @Inject Recounts recounts;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("recount");
    try {
      LastRecount last = recounts.last();
      return last.isDifferent()
          ? answer
              .down()
              .withData("reason", "counts differ from the rows")
              .withData("cells", last.cells())
              .build()
          : answer.up().withData("overdue", last.isOverdue()).build();
    } catch (PersistenceException e) {
      return answer.down().withData("reason", "the database does not answer").build();
    }
  }
}
