package survey.admin.responses;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * How many may look through many responses at once on this node. Each holds a connection to the
 * database for seconds, and respondents wait for the same connections.
 */
@ApplicationScoped
class LongLooks {
  static final int MOST = 2;

  private final Semaphore left = new Semaphore(MOST);

  /** Whether one more may; who may says when it has ended. */
  boolean begin() {
    return left.tryAcquire();
  }

  void end() {
    left.release();
  }
}
