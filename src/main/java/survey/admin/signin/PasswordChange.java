package survey.admin.signin;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an admin typed to get another password. One that is long and not found soon is asked for and
 * nothing else: rules on its characters make passwords worse (NIST SP 800-63B).
 *
 * @param current the password until now
 * @param next the new one
 * @param again the new one once more
 */
record PasswordChange(String current, String next, String again) {
  static final int SHORTEST = 12;

  /** What is wrong that can be said without the database: message keys by field. */
  Map<String, String> problems(String account) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (current.isEmpty()) {
      problems.put("current", "settings.current.required");
    }
    String password = Normalizer.normalize(next, Normalizer.Form.NFC);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      problems.put("password", "settings.password.short");
    } else if (next.length() > Admins.LONGEST_PASSWORD) {
      problems.put("password", "settings.password.long");
    } else if (password.equalsIgnoreCase(account)) {
      problems.put("password", "settings.password.account");
    } else if (next.equals(current)) {
      problems.put("password", "settings.password.same");
    } else if (GuessablePassword.is(password, account)) {
      problems.put("password", "settings.password.guessable");
    } else if (!next.equals(again)) {
      problems.put("again", "settings.again.different");
    }
    return problems;
  }

  /** Nothing that a log must not know. */
  @Override
  public String toString() {
    return "PasswordChange";
  }
}
