package survey.admin.moderation;

/**
 * A comment as detectors read it: without what cannot be seen, and in one {@linkplain Widths
 * width}.
 */
final class Plain {
  private final String text;

  /** For each UTF-16 unit of the text its offset in the comment. */
  private final int[] origins;

  Plain(String comment) {
    StringBuilder visible = new StringBuilder(comment.length());
    origins = new int[comment.length()];
    for (int i = 0, end; i < comment.length(); i = end) {
      int point = comment.codePointAt(i);
      end = i + Character.charCount(point);
      for (int unit = i; unit < end && isVisible(point); unit++) {
        origins[visible.length()] = unit;
        visible.append(comment.charAt(unit));
      }
    }
    text = Widths.plain(visible.toString());
  }

  String text() {
    return text;
  }

  /** The finding where the comment has it, with what cannot be seen inside. */
  Finding inComment(Finding finding) {
    return new Finding(finding.detector(), origins[finding.from()], origins[finding.to() - 1] + 1);
  }

  /**
   * Whether a code point shows by itself. A keycap does not: a digit in one is that digit. A
   * carriage return stands at a line feed.
   */
  private static boolean isVisible(int point) {
    boolean selectsVariation =
        (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    return switch (Character.getType(point)) {
      case Character.FORMAT, Character.ENCLOSING_MARK -> false;
      default -> !selectsVariation && point != '\r';
    };
  }
}
