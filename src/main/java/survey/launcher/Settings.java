package survey.launcher;

import static java.util.stream.Collectors.toCollection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The configuration: read, checked and completed here and nowhere else. A system property wins over
 * the environment variable of the same name. Messages name the variable and never show a secret.
 */
final class Settings {
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final Set<String> unknown;
  private int port;
  private InetAddress host;
  private Path home;
  private OptionalInt databasePort;
  private Duration drain;
  private AdminSettings admin;

  static Settings read(Map<String, String> environment, Properties properties) throws StartFailure {
    Settings settings = new Settings(environment.keySet());
    settings.collect(
        SettingSource.systemProperties(properties), SettingSource.environment(environment));
    settings.check();
    return settings;
  }

  private Settings(Set<String> variables) {
    unknown = variables.stream().filter(Settings::isUnknown).collect(toCollection(TreeSet::new));
  }

  private static boolean isUnknown(String variable) {
    return variable.startsWith("SURVEY_")
        && Arrays.stream(Setting.values())
            .map(Setting::variable)
            .noneMatch(known -> variable.equals(known) || variable.equals(known + "_FILE"));
  }

  private void collect(SettingSource properties, SettingSource environment) throws StartFailure {
    for (Setting setting : Setting.values()) {
      Optional<String> property = properties.value(setting);
      Optional<String> given = property.isPresent() ? property : environment.value(setting);
      given.or(setting::standard).ifPresent(value -> values.put(setting, value));
    }
  }

  private void check() throws StartFailure {
    port = number(Setting.PORT, 1, 65_535).orElseThrow();
    host = address(values.get(Setting.HOST).strip());
    home = folder(values.get(Setting.HOME));
    // Above lies the range the kernel hands out for outgoing connections: one could sit on the port
    // already.
    databasePort = number(Setting.DB_PORT, 1_024, 32_767);
    number(Setting.DB_WAIT, 0, 3_600);
    number(Setting.RATE_LIMIT, 0, 1_000_000);
    number(Setting.DISCLOSURE_BASE, 10, 1_000_000);
    number(Setting.DISCLOSURE_CELL, 3, 1_000_000);
    // A hundred years: a day that far back is still one that the database knows.
    number(Setting.COMMENT_RETENTION, 0, 36_500);
    drain = Duration.ofSeconds(number(Setting.DRAIN, 0, 3_600).orElseThrow());
    checkDatabase();
    admin = AdminSettings.of(values);
    values.put(Setting.ADMIN_USER, admin.user());
    if (values.containsKey(Setting.TRUSTED_PROXIES)) {
      values.put(Setting.TRUSTED_PROXIES, Proxies.check(values.get(Setting.TRUSTED_PROXIES)));
    }
  }

  private OptionalInt number(Setting setting, int least, int most) throws StartFailure {
    String text = values.getOrDefault(setting, "").strip();
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    // Nine digits always fit an int.
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new StartFailure(
          "%s must be a whole number from %d to %d, not \"%s\"."
              .formatted(setting.variable(), least, most, text));
    }
    values.put(setting, Integer.toString(number));
    return OptionalInt.of(number);
  }

  private static InetAddress address(String host) throws StartFailure {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new StartFailure("SURVEY_HOST is not an address to listen on: \"" + host + "\".", e);
    }
  }

  private static Path folder(String name) throws StartFailure {
    try {
      return Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StartFailure("SURVEY_HOME is not the name of a folder: \"" + name + "\".", e);
    }
  }

  private void checkDatabase() throws StartFailure {
    String url = values.get(Setting.DB_URL);
    if (url == null
        && (values.containsKey(Setting.DB_USER) || values.containsKey(Setting.DB_PASSWORD))) {
      throw new StartFailure(
          "SURVEY_DB_USER and SURVEY_DB_PASSWORD need SURVEY_DB_URL: the embedded database has its own.");
    }
    // The address is not shown: it may hold a password.
    if (url != null && !url.startsWith("jdbc:mysql:")) {
      throw new StartFailure("SURVEY_DB_URL must begin with jdbc:mysql: (for MariaDB, too).");
    }
  }

  int port() {
    return port;
  }

  InetAddress host() {
    return host;
  }

  Path home() {
    return home;
  }

  boolean hasOwnDatabase() {
    return !values.containsKey(Setting.DB_URL);
  }

  OptionalInt databasePort() {
    return databasePort;
  }

  /** For how long it still answers when it is told to end. */
  Duration drain() {
    return drain;
  }

  AdminSettings admin() {
    return admin;
  }

  Set<String> unknown() {
    return unknown;
  }

  /**
   * Gives everything to the application, whose MicroProfile Config reads system properties first.
   */
  void handOver() {
    // A value is meant as it stands: without this, what a password has between ${ and } is cut out.
    System.setProperty("mp.config.property.expressions.enabled", "false");
    values.put(Setting.HOME, home.toString());
    for (Setting setting : Setting.values()) {
      if (values.containsKey(setting)) {
        System.setProperty(setting.property(), values.get(setting));
      } else {
        System.clearProperty(setting.property());
      }
    }
  }
}
