package survey.results.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.questionnaire.Japan;
import survey.response.Causes;
import survey.response.DatabaseClock;
import survey.response.OwnThread;

/**
 * Closes the days that are over: at start, and when someone looks at the course while one is open.
 * Never in a request, so that nobody waits for it.
 */
@ApplicationScoped
public class Closing {
  /**
   * How long after midnight a day is still open: its last responses may take seconds to commit, and
   * clocks of other nodes may be some minutes late.
   */
  static final Duration GRACE = Duration.ofMinutes(30);

  private static final Logger LOG = Logger.getLogger(Closing.class.getName());

  @Inject DailyTallies dailyTallies;
  @Inject DatabaseClock databaseClock;
  @Inject Clock clock;

  private final AtomicBoolean isUnderWay = new AtomicBoolean();

  void begin(@Observes Startup startup) {
    closeInBackground();
  }

  /** Whether a day that is open can be closed at this moment. */
  static boolean isDue(LocalDate openDay, Instant now) {
    return openDay.isBefore(LocalDate.ofInstant(now.minus(GRACE), Japan.ZONE));
  }

  /** Begins to close all days that are over, unless this node is at it. */
  void closeInBackground() {
    if (isUnderWay.compareAndSet(false, true)) {
      OwnThread.of("closing", this::close).start();
    }
  }

  private void close() {
    try {
      closeDaysThatAreOver(clock.instant());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a day cannot be closed: {0}", Causes.describe(e));
    } finally {
      isUnderWay.set(false);
    }
  }

  /**
   * Closes all days that are over, one after another.
   *
   * @param nodesTime what this node's clock shows; the database's must show that they are over too
   * @throws RuntimeException if the database does not do it; the next call goes on from there
   */
  void closeDaysThatAreOver(Instant nodesTime) {
    Instant now = databaseClock.confirmed(nodesTime);
    Optional<LocalDate> day = dailyTallies.firstOpenDay();
    while (day.filter(open -> isDue(open, now)).isPresent()) {
      dailyTallies.close(day.get());
      day = day.map(closed -> closed.plusDays(1));
    }
  }
}
