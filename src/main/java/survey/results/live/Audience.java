package survey.results.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** All who watch on this node, and what they see. */
final class Audience {
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private Event latest;

  int size() {
    return viewers.size();
  }

  /** Shows a viewer the results, if there are any yet, and all news until it leaves. */
  void admit(Viewer viewer) {
    Event event;
    synchronized (this) {
      viewers.add(viewer);
      event = latest;
    }
    // News that come in between are newer, and stay.
    if (event != null) {
      viewer.show(event);
    }
  }

  /** Forgets a viewer; with the last one, what it saw. */
  synchronized void forget(Viewer viewer) {
    viewers.remove(viewer);
    if (viewers.isEmpty()) {
      latest = null;
    }
  }

  /** Tells everybody, if it is news; keeps it for those who come later in any case. */
  void publish(Event event) {
    if (isNews(event)) {
      viewers.forEach(viewer -> viewer.show(event));
    }
  }

  private synchronized boolean isNews(Event event) {
    if (viewers.isEmpty() || !event.isNewerThan(latest)) {
      return false;
    }
    boolean isNews = !event.tellsTheSameAs(latest);
    latest = event;
    return isNews;
  }

  /**
   * Keeps connections alive and sends stalled viewers away.
   *
   * @param patient runs what may have to wait for a stalled viewer's network
   */
  void lookAfter(Executor patient) {
    for (Viewer viewer : viewers) {
      if (viewer.isStalled()) {
        patient.execute(viewer::leave);
      } else {
        viewer.keepAlive();
      }
    }
  }

  /** Sends everybody away. */
  void dismiss() {
    viewers.forEach(Viewer::leave);
  }
}
