package survey.launcher;

import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts the survey and stops it: {@code java @java.options -cp 'lib/*' survey.launcher.Launcher}.
 */
public final class Launcher {
  private static final Duration LONGEST_SERVER_STOP = Duration.ofSeconds(20);

  private final Settings settings;
  private final HomeFolder home;
  private final Server server;
  private final Drain drain;
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile EmbeddedDatabase database;
  private volatile boolean isReady;
  private volatile int status;

  public static void main(String[] arguments) {
    Console.open();
    try {
      Settings settings = Settings.read(System.getenv(), System.getProperties());
      Port.requireFree("SURVEY_PORT", settings.host(), settings.port());
      new Launcher(settings, HomeFolder.claim(settings.home())).start();
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private Launcher(Settings settings, HomeFolder home) {
    this.settings = settings;
    this.home = home;
    server = new Server(settings, home);
    drain = new Drain(settings.drain());
  }

  private void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "survey-stop"));
    StopSignals.runFirst(this::leave);
    if (!settings.unknown().isEmpty()) {
      System.err.println("Unknown settings, ignored: " + String.join(", ", settings.unknown()));
    }
    settings.admin().warning().ifPresent(System.err::println);
    settings.handOver();
    try {
      startDatabase();
      server.start();
      boolean deployed = deploy();
      new Liveness(settings.host(), settings.port()).require(deployed, home);
      isReady = true;
      System.out.println("The survey is ready: " + address());
    } catch (StartFailure | RuntimeException e) {
      giveUp(e);
    }
  }

  /** Side by side with the server: the application waits for it. */
  private void startDatabase() throws StartFailure {
    if (!settings.hasOwnDatabase()) {
      return;
    }
    EmbeddedDatabase own = EmbeddedDatabase.at(settings.databasePort(), settings.home());
    System.setProperty(Setting.DB_URL.property(), own.url());
    System.setProperty(Setting.DB_USER.property(), own.user());
    System.setProperty(Setting.DB_PASSWORD.property(), own.password());
    database = own;
    Thread starting =
        new Thread(
            () -> {
              try {
                own.start();
              } catch (StartFailure | RuntimeException e) {
                giveUp(e);
              }
            },
            "mariadb-start");
    starting.setDaemon(true);
    starting.start();
  }

  /** A password that was made is told whatever comes next: it is known nowhere else. */
  private boolean deploy() throws StartFailure {
    try {
      return server.deploy(war());
    } finally {
      String password = System.clearProperty("survey.admin.made.password");
      if (password != null) {
        System.out.printf(
            "The admin's account is \"%s\", its password (shown only now): %s%n",
            settings.admin().user(), password);
      }
    }
  }

  /** Beside the folder that the launcher's own jar is in. */
  private static Path war() throws StartFailure {
    try {
      Path jar =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path war = jar.resolveSibling("../survey.war").normalize();
      if (Files.isRegularFile(war)) {
        return war;
      }
      throw new StartFailure("The application is missing: " + war + "; build it with mvn package.");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String address() {
    InetAddress host = settings.host();
    boolean here = host.isLoopbackAddress() || host.isAnyLocalAddress();
    return "http://" + (here ? "localhost" : host.getHostAddress()) + ":" + settings.port() + "/";
  }

  /** The first reason is the one; what fails because of it, or while stopping, is not told. */
  private void giveUp(Exception reason) {
    if (ending.compareAndSet(false, true)) {
      System.err.println(
          reason instanceof StartFailure
              ? reason.getMessage()
              : "The survey cannot be started: " + reason);
      Console.silence();
      status = 1;
      System.exit(status);
    }
  }

  /** Told to end; told again, it does so at once. */
  private void leave() {
    if (isReady) {
      drain.await();
    }
    refuse();
  }

  private synchronized void refuse() {
    ending.set(true);
    Console.silence();
    server.refuse();
  }

  /**
   * The shutdown hook: requests and server first, then the database, however the process is told to
   * end.
   */
  private void stop() {
    ending.set(true);
    Console.silence();
    boolean serverIsDown = server.stop(LONGEST_SERVER_STOP);
    if (database != null) {
      database.stop();
    }
    if (!serverIsDown) {
      // Payara's own hook would keep the process for ever.
      Runtime.getRuntime().halt(status);
    }
  }
}
