package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a response looks as if no person had given it. Such a one is stored and counted like any
 * other, with a flag for the admins: nobody is shut out for being quick, or for a browser that
 * fills in everything.
 */
@ApplicationScoped
public class Suspicion {
  /**
   * Reading the question and touching four answers takes longer. Opening times are whole seconds,
   * so that just over two may already pass.
   */
  static final Duration QUICKEST = Duration.ofSeconds(3);

  @Inject Floods floods;
  @Inject Secret secret;
  @Inject Clock clock;

  /** What a form of this key is to say about when it was opened, now. */
  Opening opening(Key key) {
    return Opening.at(clock.instant(), key, secret);
  }

  /**
   * The status to store a response with.
   *
   * @param opened what the form said about when it was opened; empty if nothing
   * @param honeypot what stood in the field that no person sees
   * @param flood how many come from its source, as {@link Floods} has it
   */
  Status judge(Key key, String opened, String honeypot, Floods.Verdict flood) {
    if (!floods.isWatching()) {
      return Status.COUNTED;
    }
    boolean isHuman =
        honeypot.isEmpty() && flood == Floods.Verdict.ORDINARY && hasTakenItsTime(key, opened);
    return isHuman ? Status.COUNTED : Status.FLAGGED;
  }

  private boolean hasTakenItsTime(Key key, String opened) {
    return Opening.read(opened, key, secret).filter(moment -> !isHurried(moment)).isPresent();
  }

  /** What seems to have been opened later than now was opened on a node with another clock. */
  private boolean isHurried(Instant opened) {
    // To the second: what was opened at the end of one may seem up to a second longer ago.
    Duration taken = Duration.between(opened, clock.instant());
    return !taken.isNegative() && taken.compareTo(QUICKEST) < 0;
  }
}
