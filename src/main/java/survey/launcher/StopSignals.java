package survey.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Being told to end, by a service manager or Ctrl-C, before any shutdown hook runs. Hooks start all
 * at once, Payara's among them, which takes the application away from under the requests that still
 * arrive.
 */
final class StopSignals {
  /** A process that ended by a signal has this plus the signal's number as its exit status. */
  private static final int SIGNALLED = 128;

  private StopSignals() {}

  /**
   * Runs a task first and then lets the process end as the signal would have it. Each signal has a
   * thread of its own: who is told again while the task runs, runs it again.
   */
  static void runFirst(Runnable task) {
    try {
      // The JDK offers no other way, and the compiler warns of these two whenever they are named.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler end =
          (proxy, method, arguments) -> {
            int number = (int) signal.getMethod("getNumber").invoke(arguments[0]);
            task.run();
            Runtime.getRuntime().exit(SIGNALLED + number);
            return null;
          };
      Object ending =
          Proxy.newProxyInstance(StopSignals.class.getClassLoader(), new Class<?>[] {handler}, end);
      for (String name : List.of("TERM", "INT", "HUP")) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), ending);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The signals to end cannot be handled", e);
    }
  }
}
