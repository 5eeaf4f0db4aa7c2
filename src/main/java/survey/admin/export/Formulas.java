package survey.admin.export;

import java.text.Normalizer;

/**
 * Makes texts harmless that a spreadsheet program would run as a formula: they get an apostrophe in
 * front. A text that begins with apostrophes already gets one more where a formula follows them, so
 * that taking one away from such a text always gives what was there.
 */
final class Formulas {
  private static final char MARK = '\'';

  /** Also as full-width or small forms, which programs may take for the plain ones. */
  private static final String BEGINNINGS = "=+-@";

  private static final String BREAKING = "\t\r\n";

  private Formulas() {}

  /** The text as a cell that is only ever shown. */
  static String defuse(String text) {
    return isFormula(text) ? MARK + text : text;
  }

  private static boolean isFormula(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == MARK) {
      start++;
    }
    if (start < text.length() && BREAKING.indexOf(text.charAt(start)) >= 0) {
      return true;
    }
    for (int i = start; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!isOverlooked(character)) {
        return beginsFormula(character);
      }
      i += Character.charCount(character);
    }
    return false;
  }

  /** What programs may strip before they look, or what nobody sees. */
  private static boolean isOverlooked(int character) {
    return character == MARK
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || switch (Character.getType(character)) {
          case Character.CONTROL, Character.FORMAT -> true;
          default -> false;
        };
  }

  private static boolean beginsFormula(int character) {
    if (character < 0x80) {
      return BEGINNINGS.indexOf(character) >= 0;
    }
    String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
    return plain.length() == 1 && BEGINNINGS.contains(plain);
  }
}
