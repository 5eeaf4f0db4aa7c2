package survey.admin.moderation;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses on the web: with a scheme (also as {@code ttp://}, a habit of Japanese boards), with
 * {@code www.}, or a bare domain. A bare domain is one only under a common top-level domain, since
 * many a sentence goes on without a space behind its full stop; those of link shorteners count only
 * with a path.
 */
final class WebAddresses {
  private static final String LABELS = "(?:[a-z0-9][a-z0-9-]*+\\.){1,20}";
  private static final String COMMON =
      "(?:com|net|org|info|biz|edu|gov|jp|io|dev|app|tv|co|cc|xyz|eu|uk|de|fr|cn|kr|tw|hk|au|ca)";
  private static final String SHORTENER = "(?:be|ly|me|ee|gl|gg|to|gd)(?=/[a-z0-9])";
  private static final String DOMAIN =
      String.join("|", "www\\." + LABELS + "[a-z]{2,63}", LABELS + COMMON, LABELS + SHORTENER);

  /** Visible ASCII without quotation marks and angle brackets. */
  private static final String ANY = "[!#-&(-;=?-_a-~]";

  /** The same without what ends a sentence or closes a bracket around the address. */
  private static final String LAST = "[#-&*+/-9=@A-Z\\\\^_a-z|~-]";

  private static final String WITH_SCHEME = "h?ttps?://" + ANY + "*" + LAST;
  private static final String PATH = "(?:[/?#:]" + ANY + "*" + LAST + "|/)?";
  private static final String BARE = "(?<![a-z0-9@._-])(?:" + DOMAIN + ")(?![a-z0-9@_-])" + PATH;

  private static final Shape SHAPE =
      new Shape(Detector.URL, Pattern.compile(WITH_SCHEME + "|" + BARE, Pattern.CASE_INSENSITIVE));

  private WebAddresses() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }
}
