package survey.response;

/**
 * Threads of our own: those that the container manages share the entity managers of the request
 * that they are asked for in, and close them when they end.
 */
public final class OwnThread {
  private OwnThread() {}

  /** A thread that keeps no server from stopping; not started yet. */
  public static Thread of(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(OwnThread.class.getClassLoader());
    return thread;
  }
}
