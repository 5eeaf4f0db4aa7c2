package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Does again what another transaction was in the way of. */
@ApplicationScoped
public class Retries {
  /** A deadlock is over at once; who waits longer is better told so. */
  static final Duration LONGEST = Duration.ofSeconds(2);

  private final Clock clock;

  @Inject
  Retries(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Retries() {
    this(null);
  }

  /** Something that changes the database as a whole or not at all. */
  @FunctionalInterface
  public interface Step<T, E extends Exception> {
    /**
     * Does it.
     *
     * @param isFirst whether it is not known to have been tried before
     */
    T take(boolean isFirst) throws E;
  }

  /**
   * Takes a step until nothing is in its way, for two seconds at most.
   *
   * @throws E as the step does
   * @throws RuntimeException the step's last failure, if it is not a passing one or time is over
   */
  public <T, E extends Exception> T run(Step<T, E> step) throws E {
    Instant limit = clock.instant().plus(LONGEST);
    for (boolean isFirst = true; ; isFirst = false) {
      try {
        return step.take(isFirst);
      } catch (RuntimeException e) {
        if (clock.instant().isAfter(limit) || !Causes.arePassing(e)) {
          throw e;
        }
      }
    }
  }
}
