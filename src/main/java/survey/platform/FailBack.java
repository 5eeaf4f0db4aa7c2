package survey.platform;

import com.mysql.cj.conf.HostInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has this node go back to the first server of a Galera cluster, in order, once that has been seen
 * twice to be in one component with the one that is written to. So the nodes of the survey,
 * wherever each had fled to, end up with the same one.
 */
final class FailBack {
  private static final Logger LOG = Logger.getLogger(FailBack.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final AtomicBoolean HAS_BEGUN = new AtomicBoolean();

  private final Servers servers;
  private Optional<HostInfo> seen = Optional.empty();

  private FailBack(Servers servers) {
    this.servers = servers;
  }

  /** From now on, once for all pools: they use the same servers. */
  static void begin(Servers servers) {
    if (HAS_BEGUN.compareAndSet(false, true)) {
      Thread thread = new Thread(new FailBack(servers)::lookAgainAndAgain, "database-failback");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void lookAgainAndAgain() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      String written = Servers.written();
      Optional<HostInfo> earlier = servers.earlierInComponent(written);
      if (earlier.isPresent() && earlier.equals(seen)) {
        Servers.write(earlier.get(), written);
      }
      seen = earlier;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the servers before the one that is written to cannot be tried", e);
    }
  }
}
