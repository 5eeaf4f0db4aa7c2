package survey.results.live;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;
import survey.response.Floods;
import survey.response.OwnThread;
import survey.response.Sources;

/**
 * Reads the results for this node's viewers. It has threads only while somebody watches: one reads
 * and may have to wait for the database, the other looks after the viewers meanwhile.
 *
 * <p>While the database does not answer, viewers keep what they have, which says of what moment it
 * is. Who comes then gets an open stream and the results when they can be read: a browser that is
 * refused never asks again by itself.
 */
@ApplicationScoped
public class Feed {
  private static final Logger LOG = Logger.getLogger(Feed.class.getName());

  /** A change is to be seen within a second: this leaves a tenth for reading and sending it. */
  private static final long PAUSE_MILLIS = 900;

  private static final long CARE_MILLIS = 1000;
  private static final int THREADS = 2;

  /** A large network of one address has room, and cannot take it all. */
  private static final int SOURCES_AT_LEAST = 2;

  /**
   * Set when this node is about to end. Who watches then comes back in a few seconds, by when a
   * load balancer has another node for it; who comes meanwhile is let in, since a browser that is
   * refused would not ask again by itself.
   */
  private static final String DRAINING = "survey.draining";

  @Inject Reading reading;
  @Inject Floods floods;

  private final Audience audience = new Audience();

  /** Never renewed: a source is forgotten with its viewers. */
  private final Sources sources = new Sources();

  private final AtomicLong readings = new AtomicLong();
  private ScheduledExecutorService clockwork;

  /** One thread for all viewers whose network may keep it waiting. */
  private volatile ExecutorService patient;

  private boolean isOver;
  private volatile boolean isTroubleTold;

  /**
   * Whether another viewer may come from an address.
   *
   * @param most how many there may be in all; half of them from one source, where respondents are
   *     limited
   */
  synchronized boolean hasRoom(int most, String address) {
    return !isOver
        && audience.size() < most
        && (!floods.isWatching() || audience.size(sources.of(address)) < most / SOURCES_AT_LEAST);
  }

  /**
   * Shows a viewer the results, at once and within a second of every change, until it leaves.
   *
   * @param address where it comes from; forgotten with it
   */
  void admit(Viewer viewer, String address) {
    audience.admit(viewer, sources.of(address));
    adjust();
  }

  /** Forgets a viewer that has left. */
  void forget(Viewer viewer) {
    audience.forget(viewer);
    adjust();
  }

  /** Lets the clockwork run while somebody watches. */
  @SuppressWarnings("FutureReturnValueIgnored") // The tasks never throw, and end with it.
  private synchronized void adjust() {
    boolean isWatched = audience.size() > 0 && !isOver;
    if (isWatched && clockwork == null) {
      patient = Executors.newSingleThreadExecutor(Feed::thread);
      clockwork = Executors.newScheduledThreadPool(THREADS, Feed::thread);
      clockwork.scheduleWithFixedDelay(this::read, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      clockwork.scheduleWithFixedDelay(
          this::lookAfterViewers, CARE_MILLIS, CARE_MILLIS, TimeUnit.MILLISECONDS);
    } else if (!isWatched && clockwork != null) {
      clockwork.shutdown();
      patient.shutdown();
      clockwork = null;
    }
  }

  private static Thread thread(Runnable task) {
    return OwnThread.of("live-results", task);
  }

  /** Throws nothing: the clockwork would stop. */
  private void read() {
    long number = readings.incrementAndGet();
    try {
      audience.publish(new Event(number, reading.summary()));
      isTroubleTold = false;
    } catch (RuntimeException e) {
      // Told once, not every second that it lasts.
      LOG.log(
          isTroubleTold ? Level.FINE : Level.SEVERE,
          "the live results cannot be read: {0}",
          Causes.describe(e));
      isTroubleTold = true;
    }
  }

  private void lookAfterViewers() {
    try {
      if (Boolean.getBoolean(DRAINING)) {
        patient.execute(audience::dismiss);
      }
      audience.lookAfter(patient);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "stalled viewers stay for now: {0}", Causes.describe(e));
    }
  }

  /** Ends all streams: browsers then look for another node, or for this one when it is back. */
  @PreDestroy
  void end() {
    synchronized (this) {
      isOver = true;
    }
    adjust();
    audience.dismiss();
  }
}
