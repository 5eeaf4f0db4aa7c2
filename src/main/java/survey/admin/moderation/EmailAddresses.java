package survey.admin.moderation;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * E-mail addresses as people write them: dots at any place before the at sign, which Japanese
 * carriers once gave out, count, and quoted local parts do not. The at sign and the dots may be
 * disguised, as {@code [at]}, {@code (アット)} and {@code [dot]}.
 */
final class EmailAddresses {
  private static final String LOCAL = "[a-z0-9._%+-]";
  private static final String AT = "(?:@| ?[\\[({<【](?:at|アット|アットマーク)[\\])}>】] ?)";
  private static final String DOT = "(?:\\.| ?[\\[({<【](?:dot|ドット)[\\])}>】] ?)";
  private static final String LABEL = "[a-z0-9][a-z0-9-]*+";

  private static final Shape SHAPE =
      new Shape(
          Detector.EMAIL,
          Pattern.compile(
              "(?<!" + LOCAL + ")" + LOCAL + "++" + AT + "(?:" + LABEL + DOT + "){1,20}[a-z]{2,63}",
              Pattern.CASE_INSENSITIVE));

  private EmailAddresses() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }
}
