package survey.admin.signin;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.admin.audit.Action;
import survey.admin.audit.AuditLog;
import survey.response.Causes;
import survey.response.OwnThread;

/**
 * Wrong passwords that were tried, on their way into the audit log: each by itself, or beyond what
 * strangers may send, how many there were in some minutes, so that nobody can fill the log.
 */
@ApplicationScoped
class FailedSignIns {
  private static final Logger LOG = Logger.getLogger(FailedSignIns.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final ConfiguredAccount configured;
  private final AuditLog auditLog;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(task -> OwnThread.of("failed-sign-ins", task));
  private final AtomicLong ofOurs = new AtomicLong();
  private final AtomicLong ofNobody = new AtomicLong();

  @Inject
  FailedSignIns(ConfiguredAccount configured, AuditLog auditLog) {
    this.configured = configured;
    this.auditLog = auditLog;
  }

  /** For the container's proxy. */
  protected FailedSignIns() {
    this(null, null);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The task never throws, and ends with it.
  void begin(@Observes Startup startup) {
    clockwork.scheduleWithFixedDelay(
        this::run, PAUSE.toMinutes(), PAUSE.toMinutes(), TimeUnit.MINUTES);
  }

  /**
   * Notes one.
   *
   * @param account the name that was claimed, whosever it is
   * @param hasOwnEntry whether it is an entry by itself
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  void add(String account, boolean hasOwnEntry) {
    boolean isOurs = account.equals(configured.name());
    if (hasOwnEntry) {
      auditLog.add(Action.SIGN_IN_FAILED, isOurs ? configured.name() : null);
    } else {
      (isOurs ? ofOurs : ofNobody).incrementAndGet();
    }
  }

  /** Throws nothing: the clockwork would stop. */
  private void run() {
    try {
      addUp();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "failed sign-ins cannot be noted now: {0}", Causes.describe(e));
    }
  }

  /**
   * Notes how many were no entries by themselves.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer; they are kept
   */
  synchronized void addUp() {
    addUp(ofOurs, configured.name());
    addUp(ofNobody, null);
  }

  private void addUp(AtomicLong kept, String account) {
    long count = kept.get();
    if (count > 0) {
      auditLog.addCount(Action.SIGN_IN_FAILED, account, count);
      kept.addAndGet(-count);
    }
  }

  @PreDestroy
  void end() {
    clockwork.shutdown();
    run();
  }
}
