package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The survey as it ships, in a process of its own: started with the very command of the Docker
 * image, in the folder that the image is made from, on a free port and with its home below the
 * build folder.
 */
public final class RunningSurvey implements AutoCloseable {
  private static final Path SERVER =
      Path.of(System.getProperty("server.directory", "target/server"));
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final String READY = "The survey is ready: ";

  private static RunningSurvey shared;

  private final Path home;
  private final int port;
  private final int databasePort = freePort();
  private final Path output;
  private final Process process;

  /** One for all tests that need no other; it ends with them. */
  public static synchronized RunningSurvey shared() {
    if (shared == null) {
      Path home = freshHome("shared");
      Optional<TestDatabase> other = TestDatabase.named();
      shared = startedAt(home, other.map(TestDatabase::settings).orElse(Map.of()));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    shared.close();
                    other.ifPresent(TestDatabase::close);
                  }));
    }
    return shared;
  }

  /** An empty folder for a survey's data. */
  public static Path freshHome(String name) {
    try {
      Path homes = Files.createDirectories(SERVER.resolveSibling("it"));
      return Files.createTempDirectory(homes, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one and waits until it says that it is ready. */
  public static RunningSurvey startedAt(Path home, Map<String, String> settings) {
    return startedAt(home, freePort(), settings);
  }

  /** Starts one on this port and waits until it says that it is ready. */
  public static RunningSurvey startedAt(Path home, int port, Map<String, String> settings) {
    RunningSurvey survey = new RunningSurvey(SERVER, home, port, settings);
    survey.awaitReady();
    return survey;
  }

  /** Starts one and waits until it has ended. */
  public static RunningSurvey endedAt(Path home, Map<String, String> settings) {
    return endedIn(SERVER, home, settings);
  }

  /** Starts the one in a folder like that of the image and waits until it has ended. */
  public static RunningSurvey endedIn(Path server, Path home, Map<String, String> settings) {
    RunningSurvey survey = new RunningSurvey(server, home, freePort(), settings);
    assertThat(survey.endsWithin(LONGEST_START)).as("it goes on").isTrue();
    return survey;
  }

  private RunningSurvey(Path server, Path home, int port, Map<String, String> settings) {
    this.home = home.toAbsolutePath();
    this.port = port;
    output = this.home.resolveSibling(home.getFileName() + "-" + port + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(startCommand())
            .directory(server.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SURVEY_"));
    builder
        .environment()
        .putAll(Map.of("SURVEY_HOME", this.home.toString(), "SURVEY_PORT", Integer.toString(port)));
    if (!settings.containsKey("SURVEY_DB_URL")) {
      builder.environment().put("SURVEY_DB_PORT", Integer.toString(databasePort));
    }
    // Tests answer faster than people, and all from one address.
    builder.environment().put("SURVEY_RATE_LIMIT", "0");
    builder.environment().put("SURVEY_COMMENT_RETENTION", "0");
    builder.environment().putAll(settings);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The image's entry point. */
  private static List<String> startCommand() {
    try {
      Matcher entryPoint =
          Pattern.compile("(?m)^ENTRYPOINT \\[(.*)]$")
              .matcher(Files.readString(Path.of("docker/Dockerfile")));
      assertThat(entryPoint.find()).as("the Dockerfile has no entry point").isTrue();
      return Stream.of(entryPoint.group(1).split(", ", -1))
          .map(word -> word.substring(1, word.length() - 1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody listens on, below those that the kernel gives to clients. */
  public static int freePort() {
    return freePorts(1);
  }

  /** The first of so many such ports, one after another. */
  public static int freePorts(int count) {
    while (true) {
      int first = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      if (IntStream.range(first, first + count).allMatch(RunningSurvey::isFree)) {
        return first;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private void awaitReady() {
    try {
      await(() -> output().contains(READY) || !process.isAlive(), LONGEST_START);
    } finally {
      if (!output().contains(READY)) {
        process.destroyForcibly();
      }
    }
    if (!output().contains(READY)) {
      throw new AssertionError("the survey did not start:\n" + output());
    }
  }

  /** Waits until something is so. */
  public static void await(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        assertThat(System.nanoTime() < deadline).as("waited in vain for " + limit).isTrue();
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything it has printed. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The password that it made for its admin: told once, at its first start. */
  public String adminPassword() {
    Matcher told = Pattern.compile("shown only now\\): (\\S+)").matcher(output());
    assertThat(told.find()).as("it told no password").isTrue();
    return told.group(1);
  }

  /** Its address, ending in a slash. */
  public String address() {
    return "http://localhost:" + port + "/";
  }

  public int port() {
    return port;
  }

  public int databasePort() {
    return databasePort;
  }

  public Path home() {
    return home;
  }

  /** The process of the server. */
  public ProcessHandle server() {
    return process.toHandle();
  }

  /** The process of its own database, while there is one. */
  public Optional<ProcessHandle> database() {
    return process
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("mariadbd"))
        .findFirst();
  }

  /** Its own database stands still, its connections open. */
  public void freezeDatabase() {
    signalDatabase("-STOP");
  }

  /** It goes on. */
  public void thawDatabase() {
    signalDatabase("-CONT");
  }

  private void signalDatabase(String signal) {
    String pid = Long.toString(database().orElseThrow().pid());
    try {
      assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public int exitCode() {
    return process.exitValue();
  }

  private boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** SIGTERM, as Ctrl-C or a service manager would end it. */
  @Override
  public void close() {
    process.destroy();
    assertThat(endsWithin(Duration.ofMinutes(1))).as("it does not end").isTrue();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    assertThat(endsWithin(Duration.ofSeconds(10))).as("it does not end").isTrue();
  }
}
