package survey.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Payara Micro: alone, quiet, and serving the application and nothing of its own but its health.
 */
final class Server {
  private static final String CONFIG = "configs.config.server-config.";
  private static final String NETWORK = CONFIG + "network-config.";
  private static final String LISTENER =
      NETWORK + "network-listeners.network-listener.http-listener.";
  private static final String TRANSPORT = NETWORK + "transports.transport.tcp.";
  private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";

  private static final String NAME = "survey";

  private final Settings settings;
  private final HomeFolder home;
  private volatile PayaraMicroRuntime runtime;
  private volatile AdminCommandRunner admin;

  Server(Settings settings, HomeFolder home) {
    this.settings = settings;
    this.home = home;
  }

  void start() throws StartFailure {
    try {
      // From jars in the jar, its default, it takes twice as long to start.
      PayaraMicro.setUpackedJarDir(home.server().resolve("jars").toFile());
      PayaraMicro payara = PayaraMicro.getInstance();
      payara.setRootDir(Folders.make(home.server().resolve("root")).toFile());
      payara.setLogPropertiesFile(ServerLog.configure(home).toFile());
      payara.setHttpAutoBind(false).setHttpPort(settings.port());
      // For two cores: a few computing, the others waiting for the database's disk.
      payara.setMinHttpThreads(4).setMaxHttpThreads(64);
      payara.setPreBootHandler(this::configure);
      runtime = payara.bootStrap();
    } catch (BootstrapException | IOException e) {
      throw new StartFailure("The server cannot be started: " + e.getMessage(), e);
    }
  }

  /** Before it boots, so that nothing is opened first and closed later. */
  private void configure(AdminCommandRunner admin) {
    this.admin = admin;
    List.of(
            LISTENER + "address=" + settings.host().getHostAddress(),
            // Until there is an application: without one, the server answers that there is nothing.
            LISTENER + "enabled=false",
            HTTP + "server-header=false",
            HTTP + "xpowered-by=false",
            // For it to reach our filters, which refuse it; the server's own refusal leaves the
            // body to be read as the next request.
            HTTP + "trace-enabled=true",
            // Who sends or takes nothing for that long gives the thread back: a form comes in one
            // piece, and a page fits into the network's buffers.
            TRANSPORT + "read-timeout-millis=5000",
            TRANSPORT + "write-timeout-millis=5000",
            // setNoCluster and setNoHazelcast leave Hazelcast running, on a port open to all.
            CONFIG + "hazelcast-config-specific-configuration.enabled=false",
            CONFIG + "ejb-container.ejb-timer-service.ejb-timer-service=Dummy",
            CONFIG + "phone-home-runtime-configuration.enabled=false",
            CONFIG + "microprofile-metrics-configuration.enabled=false")
        .forEach(value -> run(admin, "set", value));
    run(admin, "set-openapi-configuration", "--enabled=false");
  }

  private static void run(AdminCommandRunner admin, String command, String argument) {
    ClusterCommandResult result = admin.run(command, argument);
    if (result.getExitStatus() == ExitStatus.FAILURE) {
      throw new IllegalStateException(command + " " + argument + ": " + result.getOutput());
    }
  }

  /** False where Payara itself saw it fail; true proves nothing ({@link Liveness} does). */
  boolean deploy(Path war) throws StartFailure {
    // Payara loads its own classes by it, and booting has been seen to leave none.
    Thread.currentThread().setContextClassLoader(runtime.getClass().getClassLoader());
    boolean isDeployed = isDeployed(war);
    if (!isDeployed && Liveness.reason().isEmpty()) {
      // The application has not even begun: in one of some hundred starts Payara finds no loader
      // for its own classes while it deploys.
      isDeployed = isDeployed(war);
    }
    ServerLog.quieten();
    if (isDeployed) {
      // It was free at first, and deploying may have waited for a database.
      Port.requireFree("SURVEY_PORT", settings.host(), settings.port());
      run(admin, "set", LISTENER + "enabled=true");
    }
    return isDeployed;
  }

  /** Deploys; the answer is true even for a file that is no WAR. */
  private boolean isDeployed(Path war) {
    return runtime.deploy(NAME, "/", war.toFile())
        && runtime.getDeployedApplicationNames().contains(NAME);
  }

  /**
   * Closes the port, so that nobody meets a server which has lost its application: while it goes,
   * Payara answers with empty errors. Who is cut off has not been told that anything is stored, and
   * may send again.
   */
  void refuse() {
    try {
      if (admin != null) {
        admin.run("set", LISTENER + "enabled=false");
      }
    } catch (RuntimeException e) {
      // It has not been open yet, or is gone.
    }
  }

  /**
   * Returns when Payara has shut down; false if it has not within the limit. Payara has a shutdown
   * hook of its own that does the same at the same time: who comes second is refused, so where that
   * is us we wait for its hook to end.
   */
  boolean stop(Duration limit) {
    Thread stopping = new Thread(this::shutDown, "server-stop");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !stopping.isAlive();
  }

  private void shutDown() {
    try {
      if (runtime != null) {
        runtime.shutdown();
      }
    } catch (BootstrapException | IllegalStateException e) {
      // It is stopping already.
    }
    try {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getClass().getName().startsWith("fish.payara.micro.")) {
          thread.join();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
