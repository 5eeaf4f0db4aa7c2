package survey.admin.moderation;

import static survey.admin.moderation.Domains.COMMON;
import static survey.admin.moderation.Domains.DOT;
import static survey.admin.moderation.Domains.JAPANESE_LABEL;
import static survey.admin.moderation.Domains.LABEL;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses on the web: with a scheme (also as {@code ttp://}, a habit of Japanese boards, and
 * {@code hxxp://}), with {@code www.}, or a bare domain. Only the first two may have kanji and kana
 * in their domain: 価格.com is a company's name. A bare domain is one only under a common top-level
 * domain, since many a sentence goes on without a space behind its full stop; those of link
 * shorteners count only with a path.
 */
final class WebAddresses {
  private static final String LABELS = "(?:" + LABEL + DOT + "){1,20}";
  private static final String SHORTENER = "(?:be|ly|me|ee|gl|gg|to|gd)(?=/[a-z0-9])";
  private static final String DOMAIN =
      String.join("|", "www\\." + LABELS + "[a-z]{2,63}", LABELS + COMMON, LABELS + SHORTENER);

  /** Visible ASCII without quotation marks and angle brackets. */
  private static final String ANY = "[!#-&(-;=?-_a-~]";

  /** The same without what ends a sentence or closes a bracket around the address. */
  private static final String LAST = "[#-&*+/-9=@A-Z\\\\^_a-z|~-]";

  private static final String SCHEME = "(?:h?tt|hxx)ps?://";
  private static final String WITH_SCHEME = SCHEME + ANY + "*" + LAST;
  private static final String PATH = "(?:[/?#:]" + ANY + "*" + LAST + "|/)?";
  private static final String NOT_INSIDE = "(?<![a-z0-9@._-])";
  private static final String JAPANESE =
      ("(?:" + SCHEME + "|" + NOT_INSIDE + "www\\.)(?=[a-z0-9.-]{0,63}[^\\x00-\\x7F])")
          + ("(?:" + JAPANESE_LABEL + DOT + "){1,20}(?:[a-z]{2,63}(?![a-z0-9-])|みんな|コム)")
          + PATH;
  private static final String BARE = NOT_INSIDE + "(?:" + DOMAIN + ")(?![a-z0-9@_-])" + PATH;

  private static final Shape SHAPE =
      new Shape(
          Detector.URL,
          Pattern.compile(String.join("|", JAPANESE, WITH_SCHEME, BARE), Pattern.CASE_INSENSITIVE));

  private WebAddresses() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }
}
