package survey.response;

import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * A warning that an attack may give cause for many times a second: logged at once, and then once a
 * quarter of an hour at most, so that no log grows with it. It names nobody.
 */
public final class SeldomWarning {
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final Logger log;
  private final String text;
  private Instant last = Instant.EPOCH;

  public SeldomWarning(Logger log, String text) {
    this.log = log;
    this.text = text;
  }

  /** There is cause for it. */
  public synchronized void give(Instant now) {
    if (now.isAfter(last.plus(PAUSE))) {
      last = now;
      log.warning(text);
    }
  }
}
