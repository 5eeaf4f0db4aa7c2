package survey.response;

import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A warning that there may be cause for many times a second: logged at once, and then once in a
 * while at most, so that no log grows with it, nor does writing it keep others waiting. It names
 * nobody.
 */
public final class SeldomWarning {
  private final Logger log;
  private final Level level;
  private final Duration pause;
  private final String text;
  private Instant last = Instant.EPOCH;
  private long untold;

  /** Of what an attack may give cause for: once a quarter of an hour. */
  public SeldomWarning(Logger log, String text) {
    this(log, Level.WARNING, Duration.ofMinutes(15), text);
  }

  /**
   * @param pause the shortest time between two
   */
  public SeldomWarning(Logger log, Level level, Duration pause, String text) {
    this.log = log;
    this.level = level;
    this.pause = pause;
    this.text = text;
  }

  /** There is cause for it. */
  public void give(Instant now) {
    give(now, "");
  }

  /**
   * There is cause for it.
   *
   * @param detail how the text goes on, if it is logged
   */
  public synchronized void give(Instant now, String detail) {
    boolean isClockBack = now.isBefore(last);
    if (isClockBack || now.isAfter(last.plus(pause))) {
      String others = untold == 0 ? "" : " (" + untold + " more since the last)";
      last = now;
      untold = 0;
      log.log(level, text + detail + others);
    } else {
      untold++;
    }
  }
}
