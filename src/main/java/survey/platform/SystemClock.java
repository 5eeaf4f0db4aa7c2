package survey.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that everything reads, in UTC. */
@ApplicationScoped
public class SystemClock {
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
