package survey.launcher;

import java.util.Map;
import java.util.Optional;

/**
 * The admin's account as it is configured; not the password, which nothing here needs to know.
 *
 * @param user its name
 * @param warning what the person at the console should know of its password, if anything
 */
record AdminSettings(String user, Optional<String> warning) {
  private static final int SHORTEST_GOOD_PASSWORD = 12;

  /** What the login form takes. */
  private static final int LONGEST_PASSWORD = 1_000;

  static AdminSettings of(Map<Setting, String> values) throws StartFailure {
    String user = values.get(Setting.ADMIN_USER).strip();
    if (!user.matches("[^:\\p{Cntrl}]{1,64}")) {
      throw new StartFailure(
          "SURVEY_ADMIN_USER must have at most 64 characters and no colon, which HTTP Basic cannot send.");
    }
    Optional<String> password = Optional.ofNullable(values.get(Setting.ADMIN_PASSWORD));
    if (password.filter(given -> given.length() > LONGEST_PASSWORD).isPresent()) {
      throw new StartFailure("SURVEY_ADMIN_PASSWORD must have at most 1000 characters.");
    }
    return new AdminSettings(user, password.flatMap(AdminSettings::warning));
  }

  private static Optional<String> warning(String password) {
    return password.codePointCount(0, password.length()) < SHORTEST_GOOD_PASSWORD
        ? Optional.of("SURVEY_ADMIN_PASSWORD has fewer than 12 characters: it can be guessed.")
        : Optional.empty();
  }
}
