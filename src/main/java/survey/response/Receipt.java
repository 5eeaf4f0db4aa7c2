package survey.response;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code that opens one's own response. It is computed from the form's key under the survey's
 * secret, so the same form always gets the same code; the database knows only the code's hash.
 *
 * @param code 80 bits in Crockford's base 32 (crockford.com/base32.html), 16 characters
 */
public record Receipt(String code) {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern FORMAT = Pattern.compile("[" + CROCKFORD + "]{16}");
  private static final Pattern SEPARATOR = Pattern.compile("[\\p{Pd}\\p{Z}\u2212\u30FC\\s]");
  private static final int BYTES = 10;
  private static final int LENGTH = 16;

  /**
   * Far more than 16 characters with whatever between them; normalising can multiply a text by 18.
   */
  private static final int LONGEST_ENTRY = 100;

  static Receipt of(Key key, Secret secret) {
    byte[] mac = secret.authenticate("receipt:" + key.text());
    String digits = new BigInteger(1, Arrays.copyOf(mac, BYTES)).toString(CROCKFORD.length());
    StringBuilder code = new StringBuilder("0".repeat(LENGTH - digits.length()));
    digits
        .chars()
        .map(digit -> CROCKFORD.charAt(Character.digit(digit, 32)))
        .forEach(c -> code.append((char) c));
    return new Receipt(code.toString());
  }

  /**
   * The code as a person enters it: in any case or width, with or without hyphens and spaces, O for
   * 0, I or L for 1; empty if it is no code even so.
   */
  public static Optional<Receipt> parse(String entered) {
    if (entered.length() > LONGEST_ENTRY) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(entered, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String code =
        SEPARATOR
            .matcher(plain)
            .replaceAll("")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return FORMAT.matcher(code).matches() ? Optional.of(new Receipt(code)) : Optional.empty();
  }

  /** The code as it is shown, in groups of four. */
  public List<String> groups() {
    return List.of(code.split("(?<=\\G.{4})"));
  }

  byte[] hash() {
    return Sha256.of(code);
  }

  @Override
  public String toString() {
    return "Receipt[hidden]";
  }
}
