package survey.response;

import java.util.regex.Pattern;

/** The rules of the free-text comment. */
final class Comment {
  /** The longest comment, in Unicode code points; a line break counts as one. */
  static final int MAX_LENGTH = 1_000;

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");
  private static final Pattern UNWANTED_CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private Comment() {}

  /**
   * The comment as it is counted and stored: line breaks as LF, no control characters but LF and
   * tab, and otherwise letter for letter.
   */
  static String normalise(String typed) {
    return UNWANTED_CONTROL.matcher(LINE_BREAK.matcher(typed).replaceAll("\n")).replaceAll("");
  }

  /** In code points; a blank one counts as none. */
  static int length(String normalised) {
    return isBlank(normalised) ? 0 : normalised.codePointCount(0, normalised.length());
  }

  /** Whether nothing but white space was typed, which counts as no comment. */
  static boolean isBlank(String normalised) {
    return normalised
        .codePoints()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
