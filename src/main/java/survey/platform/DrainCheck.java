package survey.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says that this node is about to end, for a load balancer to turn to another one. It goes on
 * answering meanwhile. The launcher, which is told to end, says so by a system property.
 */
@Readiness
@ApplicationScoped
public class DrainCheck implements HealthCheck {
  private static final String TOLD = "survey.draining";

  static boolean isTold() {
    return Boolean.getBoolean(TOLD);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("stays").status(!isTold()).build();
  }
}
