package survey.response.retention;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.response.DatabaseClock;
import survey.response.OwnThread;

/**
 * Erases what has expired: at start, and every hour. Where comments are kept without limit, there
 * is no thread for it.
 */
@ApplicationScoped
public class Expiry {
  private static final Logger LOG = Logger.getLogger(Expiry.class.getName());
  private static final Duration PAUSE = Duration.ofHours(1);

  /** So many rows take a fraction of the seconds that a statement may take. */
  private static final int STEP = 1_000;

  private final Retention retention;
  private final ExpiredComments comments;
  private final DatabaseClock databaseClock;
  private final Clock clock;
  private ScheduledExecutorService clockwork;

  @Inject
  Expiry(Retention retention, ExpiredComments comments, DatabaseClock databaseClock, Clock clock) {
    this.retention = retention;
    this.comments = comments;
    this.databaseClock = databaseClock;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Expiry() {
    this(null, null, null, null);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The task never throws, and ends with it.
  synchronized void begin(@Observes Startup startup) {
    if (retention.isLimited()) {
      clockwork = Executors.newSingleThreadScheduledExecutor(task -> OwnThread.of("expiry", task));
      clockwork.scheduleWithFixedDelay(this::run, 0, PAUSE.toMinutes(), TimeUnit.MINUTES);
    }
  }

  /** Throws nothing: the clockwork would stop. */
  private void run() {
    try {
      eraseWhatHasExpired();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "comments cannot be erased: {0}", Causes.describe(e));
    }
  }

  /**
   * Erases all comments that are not kept any longer.
   *
   * @throws RuntimeException if the database does not do it; the next call goes on from there
   */
  void eraseWhatHasExpired() {
    Optional<LocalDate> lastDay =
        retention.lastExpiredDay(databaseClock.confirmed(clock.instant()));
    boolean mayBeMore = lastDay.isPresent();
    while (mayBeMore && !Thread.currentThread().isInterrupted()) {
      mayBeMore = comments.eraseSome(lastDay.get(), STEP);
    }
  }

  @PreDestroy
  synchronized void end() {
    if (clockwork != null) {
      clockwork.shutdownNow();
    }
  }
}
