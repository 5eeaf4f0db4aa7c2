package survey.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import survey.response.SeldomWarning;
import survey.response.Sources;

/**
 * How often passwords may be tried: seldom enough that guessing is hopeless, and so that nobody can
 * keep an admin out by guessing.
 *
 * <p>A browser that an admin has signed in with before is known by its {@link Device}, a program by
 * the source that its right password came from in the last day. Each of them is counted by itself,
 * so nothing that strangers do touches it, not even from the same address. Strangers are counted by
 * source, and all of them together: when these have used their budget up, only a source without a
 * wrong password of its own still gets its one try. So nobody can use an admin's tries up but from
 * the very same source; where many sources guess at once, a strange browser may have to ask several
 * times, but waits for those alone who asked before ({@link Turns}); a known one does not (OWASP,
 * "Slow Down Online Guessing Attacks with Device Cookies"). A program is known by no more than its
 * source: who guesses at the same address makes it wait.
 *
 * <p>All this is this node's memory, of a fixed size, and renewed once a day; several nodes allow
 * that many times as many.
 */
@ApplicationScoped
public class Attempts {
  private static final int FREE_FOR_A_STRANGER = 5;
  private static final int FREE_FOR_THE_KNOWN = 10;
  private static final int MOST_STRANGERS = 10_000;
  private static final int MOST_KNOWN = 1_000;
  private static final int STRANGERS_AT_ONCE = 20;
  private static final Duration ONE_STRANGER_MORE = Duration.ofSeconds(30);

  private final Clock clock;
  private final Budget budget = new Budget(STRANGERS_AT_ONCE, ONE_STRANGER_MORE);
  private final Failures known = new Failures(FREE_FOR_THE_KNOWN, MOST_KNOWN);
  private final Failures strangers = new Failures(FREE_FOR_A_STRANGER, MOST_STRANGERS);
  private final Set<String> proven = new HashSet<>();
  private final Sources sources = new Sources();
  private final SeldomWarning tooMany =
      new SeldomWarning(
          Logger.getLogger(Attempts.class.getName()),
          "Strangers have sent more wrong passwords than they may; most of them wait.");

  @Inject
  Attempts(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Attempts() {
    this(null);
  }

  /**
   * Asks whether a password may be tried. Where it may, it counts as wrong until it is known not to
   * be, so that many at the same time are not more than one after the other.
   *
   * @param address the client's
   * @param device the browser, if an admin has signed in with it before
   */
  synchronized Attempt begin(String address, Optional<Device> device) {
    Instant now = clock.instant();
    renew(now);
    String source = sources.of(address);
    Optional<String> sender =
        device.map(Device::id).or(() -> Optional.of(source).filter(proven::contains));
    return sender.isPresent() ? ofKnown(sender.get(), source, now) : ofStranger(source, now);
  }

  private void renew(Instant now) {
    if (sources.renew(now)) {
      known.clear();
      strangers.clear();
      proven.clear();
    }
  }

  private Attempt ofKnown(String sender, String source, Instant now) {
    Duration wait = known.waitOf(sender, now);
    if (isLong(wait)) {
      return Attempt.refused(wait);
    }
    known.add(sender, now);
    return new Attempt(Duration.ZERO, sender, source, true, true);
  }

  private Attempt ofStranger(String source, Instant now) {
    Duration wait = strangers.waitOf(source, now);
    if (isLong(wait)) {
      return Attempt.refused(wait);
    }
    boolean isPaid = budget.take(now);
    if (!isPaid) {
      tooMany.give(now);
      if (!strangers.hasNone(source, now)) {
        return Attempt.refused(budget.untilNext(now));
      }
    }
    strangers.add(source, now);
    return new Attempt(Duration.ZERO, source, source, false, isPaid);
  }

  private static boolean isLong(Duration wait) {
    return wait.compareTo(Duration.ZERO) > 0;
  }

  /** The password was right: who sent it starts afresh, and its source is known. */
  synchronized void succeed(Attempt attempt) {
    withdraw(attempt);
    counted(attempt).forget(attempt.sender());
    if (proven.size() < MOST_KNOWN) {
      proven.add(attempt.source());
    }
  }

  /** The password was not tried after all. */
  synchronized void withdraw(Attempt attempt) {
    counted(attempt).takeBack(attempt.sender());
    if (!attempt.isKnown() && attempt.hasOwnEntry()) {
      budget.giveBack();
    }
  }

  private Failures counted(Attempt attempt) {
    return attempt.isKnown() ? known : strangers;
  }

  /** How many senders are remembered. */
  synchronized int size() {
    return strangers.size() + known.size() + proven.size();
  }
}
