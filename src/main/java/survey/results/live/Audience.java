package survey.results.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** All who watch on this node, and what they see. */
final class Audience {
  /** Each with its source. */
  private final Map<Viewer, String> viewers = new ConcurrentHashMap<>();

  private Event latest;

  int size() {
    return viewers.size();
  }

  /** How many there are of a source. */
  long size(String source) {
    return viewers.values().stream().filter(source::equals).count();
  }

  /** Shows a viewer the results, if there are any yet, and all news until it leaves. */
  void admit(Viewer viewer, String source) {
    Event event;
    synchronized (this) {
      viewers.put(viewer, source);
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
      viewers.keySet().forEach(viewer -> viewer.show(event));
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
    for (Viewer viewer : viewers.keySet()) {
      if (viewer.isStalled()) {
        patient.execute(viewer::leave);
      } else {
        viewer.keepAlive();
      }
    }
  }

  /** Sends everybody away. */
  void dismiss() {
    viewers.keySet().forEach(Viewer::leave);
  }
}
