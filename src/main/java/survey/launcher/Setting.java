package survey.launcher;

import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set, by environment variable or by the system property of the same name.
 */
enum Setting {
  PORT("8080"),
  HOST("127.0.0.1"),
  HOME("./data"),
  DB_URL(null),
  DB_USER(null),
  DB_PASSWORD(null),
  DB_WAIT("30"),
  DB_PORT(null),
  ADMIN_USER("admin"),
  ADMIN_PASSWORD(null),
  SECRET(null),
  RATE_LIMIT("60"),
  TRUSTED_PROXIES(null),
  OPERATOR(null),
  DISCLOSURE_BASE("10"),
  DISCLOSURE_CELL("3"),
  COMMENT_RETENTION("730"),
  DRAIN("0");

  private final String standard;

  Setting(String standard) {
    this.standard = standard;
  }

  String variable() {
    return "SURVEY_" + name();
  }

  String property() {
    return variable().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  Optional<String> standard() {
    return Optional.ofNullable(standard);
  }
}
