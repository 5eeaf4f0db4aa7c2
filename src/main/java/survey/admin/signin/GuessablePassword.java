package survey.admin.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A password that is found soon by who tries common passwords, words, names, dates and patterns
 * first, as zxcvbn estimates it (Wheeler, USENIX Security 2016).
 */
final class GuessablePassword {
  /**
   * Of zxcvbn's scores from 0 to 4: 10^8 guesses or more, out of reach behind limits and costly
   * with the database at hand.
   */
  private static final int ENOUGH = 3;

  /** Finding patterns takes longer than in proportion. */
  private static final int LONGEST_MEASURED = 32;

  private static final List<String> NEAR_AT_HAND =
      List.of(
          "johoroei",
          "johorouei",
          "jouhourouei",
          "survey",
          "admin",
          "kanri",
          "kanrisha",
          "anketo",
          "localhost",
          "情報漏洩",
          "情報漏えい",
          "アンケート",
          "管理者");

  private GuessablePassword() {}

  /** Whether a password is one, for whoever knows the account's name and this survey. */
  static boolean is(String password, String account) {
    List<String> known = Stream.concat(NEAR_AT_HAND.stream(), Stream.of(account)).toList();
    // Full-width letters are tried like others.
    String plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
    String begin = plain.substring(0, Math.min(plain.length(), LONGEST_MEASURED));
    // A dictionary of some megabytes, that nothing holds: passwords are seldom changed.
    return new Zxcvbn().measure(begin, known).getScore() < ENOUGH;
  }
}
