package survey.admin.moderation;

/**
 * Takes the width out of a text, so that detectors see one form of what Japanese keyboards write in
 * several. Each UTF-16 unit becomes exactly one, unlike with {@link java.text.Normalizer}: an
 * offset in the result is the same one in the text.
 */
final class Widths {
  private static final char FIRST_FULL = '！';
  private static final char LAST_FULL = '～';
  private static final int TO_ASCII = FIRST_FULL - '!';

  private Widths() {}

  /** The text with ASCII for full-width ASCII, one hyphen for all, and one space for all. */
  static String plain(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = plain(units[i], i == 0 ? ' ' : units[i - 1]);
    }
    return new String(units);
  }

  /**
   * One unit.
   *
   * @param before the plain one before it: behind a digit, a prolonged sound mark is a hyphen
   */
  private static char plain(char unit, char before) {
    if (unit >= FIRST_FULL && unit <= LAST_FULL) {
      return (char) (unit - TO_ASCII);
    }
    return switch (unit) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> '-';
      case '\u2043', '\u2212', '\u2500', '\u2501', '\uFE58', '\uFE63' -> '-';
      case 'ー', 'ｰ' -> (before >= '0' && before <= '9') || before == ')' ? '-' : unit;
      default -> Character.isSpaceChar(unit) || unit == '\t' ? ' ' : unit;
    };
  }
}
