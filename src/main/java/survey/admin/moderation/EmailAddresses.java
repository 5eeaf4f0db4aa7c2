package survey.admin.moderation;

import static survey.admin.moderation.Domains.COMMON;
import static survey.admin.moderation.Domains.DOT;
import static survey.admin.moderation.Domains.JAPANESE_LABEL;
import static survey.admin.moderation.Domains.LABEL;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * E-mail addresses as people write them: dots at any place before the at sign, which Japanese
 * carriers once gave out, count, and quoted local parts do not. The at sign and the dots may be
 * disguised, as {@code [at]}, {@code (アット)} and {@code [dot]}, or spoken, as {@code taro at example
 * dot com}. The forms that ordinary text comes close to count under a common top-level domain only.
 */
final class EmailAddresses {
  private static final String LOCAL = "[a-z0-9._%+-]";
  private static final String AT = "(?:@| ?[\\[({<【](?:at|アット|アットマーク)[\\])}>】] ?)";
  private static final String DOMAIN = "(?:" + LABEL + DOT + "){1,20}[a-z]{2,63}";
  private static final String COMMON_END = COMMON + "(?![a-z0-9-])";
  private static final String JAPANESE_DOMAIN =
      "(?:" + JAPANESE_LABEL + DOT + "){1,20}" + COMMON_END;

  /** All dots are spoken: in {@code look at example.com} nobody has an address. */
  private static final String SPOKEN =
      " {1,3}at {1,3}(?:" + LABEL + " {1,3}dot {1,3}){1,20}" + COMMON_END;

  private static final Shape SHAPE =
      new Shape(
          Detector.EMAIL,
          Pattern.compile(
              ("(?<!" + LOCAL + ")" + LOCAL + "++")
                  + ("(?:" + AT + "(?:" + DOMAIN + "|" + JAPANESE_DOMAIN + ")|" + SPOKEN + ")"),
              Pattern.CASE_INSENSITIVE));

  private EmailAddresses() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }
}
