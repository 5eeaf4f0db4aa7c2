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

  /** The text with ASCII for full-width ASCII, and one hyphen, one tilde and one space for all. */
  static String plain(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      char before = i == 0 ? '\n' : units[i - 1];
      units[i] = isFullStop(units, i) ? '.' : plain(units[i], before);
    }
    return new String(units);
  }

  /**
   * Whether an ideographic full stop is one of a domain name. Behind it is a letter there, whereas
   * a number may follow the one of a list.
   */
  private static boolean isFullStop(char[] units, int i) {
    return (units[i] == '。' || units[i] == '｡')
        && (i > 0 && (isLetter(units[i - 1]) || isDigit(units[i - 1])))
        && (i + 1 < units.length && isLetter(plain(units[i + 1], '.')));
  }

  /**
   * One unit.
   *
   * @param before the plain one before it: behind a digit or a space a prolonged sound mark is a
   *     hyphen, since nothing there can be prolonged
   */
  private static char plain(char unit, char before) {
    if (unit >= FIRST_FULL && unit <= LAST_FULL) {
      return (char) (unit - TO_ASCII);
    }
    return switch (unit) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> '-';
      case '\u2043', '\u2212', '\u2500', '\u2501', '\uFE58', '\uFE63' -> '-';
      case '\u02D7', '\u207B', '\u2796' -> '-';
      case '\u301C' -> '~';
      case '･' -> '・';
      case 'ー', 'ｰ' -> isDigit(before) || before == ')' || before == ' ' ? '-' : unit;
      default -> Character.isSpaceChar(unit) || unit == '\t' ? ' ' : unit;
    };
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  private static boolean isLetter(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  }
}
