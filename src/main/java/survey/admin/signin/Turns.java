package survey.admin.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets costly work happen one at a time, with few waiting for a short while: so that whoever asks
 * for much of it takes neither both cores nor the server's threads from respondents.
 */
final class Turns {
  private final Semaphore places;
  private final Semaphore turn = new Semaphore(1, true);
  private final Duration patience;

  /**
   * @param most how many may work or wait, together
   * @param patience how long each of them waits at most
   */
  Turns(int most, Duration patience) {
    places = new Semaphore(most);
    this.patience = patience;
  }

  /** What the work gave, or nothing if its turn did not come. */
  <T> Optional<T> take(Supplier<T> work) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      places.release();
    }
  }
}
