package survey.launcher;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Going without anybody noticing, where a load balancer has another node: this one says that it is
 * not ready and answers all the same until the balancer has turned away, then until those requests
 * are answered that are under way. The application does both; launcher and application share no
 * class, so one tells the other by a system property, and asks by an MBean.
 */
final class Drain {
  private static final String TOLD = "survey.draining";
  private static final String UNDER_WAY = "survey:type=UnderWay";
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  private final Duration time;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch impatience = new CountDownLatch(1);

  Drain(Duration time) {
    this.time = time;
  }

  /** Returns when the time is over and all is answered, or at once when it is called again. */
  void await() {
    if (time.isZero()) {
      return;
    }
    if (!begun.compareAndSet(false, true)) {
      impatience.countDown();
      return;
    }
    System.out.printf(
        "The survey ends in %d seconds, so that others can take over; once more to end it now.%n",
        time.toSeconds());
    System.setProperty(TOLD, "true");
    if (!isHurriedWithin(time)) {
      Patience.until(() -> isHurriedWithin(Duration.ZERO) || isQuiet(), LONGEST_ANSWER);
    }
  }

  private boolean isHurriedWithin(Duration duration) {
    try {
      return impatience.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** An application that cannot say it has nothing under way. */
  private static boolean isQuiet() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      return beans.getAttribute(new ObjectName(UNDER_WAY), "Count").equals(0);
    } catch (JMException e) {
      return true;
    }
  }
}
