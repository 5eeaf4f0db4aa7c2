package survey.launcher;

import java.util.Map;
import java.util.Optional;

/** The admin's account as it is configured. */
record AdminSettings(String user, Optional<String> password) {
  private static final int SHORTEST_GOOD_PASSWORD = 12;

  static AdminSettings of(Map<Setting, String> values) throws StartFailure {
    String user = values.get(Setting.ADMIN_USER).strip();
    if (!user.matches("[^:\\p{Cntrl}]{1,64}")) {
      throw new StartFailure(
          "SURVEY_ADMIN_USER must have at most 64 characters and no colon, which HTTP Basic cannot send.");
    }
    return new AdminSettings(user, Optional.ofNullable(values.get(Setting.ADMIN_PASSWORD)));
  }

  /** What the person at the console should know, if anything. */
  Optional<String> warning() {
    return password
        .filter(given -> given.codePointCount(0, given.length()) < SHORTEST_GOOD_PASSWORD)
        .map(given -> "SURVEY_ADMIN_PASSWORD has fewer than 12 characters: it can be guessed.");
  }
}
