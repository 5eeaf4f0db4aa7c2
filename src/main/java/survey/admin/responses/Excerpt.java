package survey.admin.responses;

/**
 * The beginning of a comment, or what stands around the text that was searched for.
 *
 * @param found the text as it stands there; empty if none was searched for
 */
public record Excerpt(String before, String found, String after) {
  private static final int BEFORE = 24;
  private static final int AFTER = 140;
  private static final String CUT = "…";

  /**
   * @param comment null for none
   * @param text null for none
   */
  static Excerpt of(String comment, String text) {
    String whole = comment == null ? "" : comment;
    int at = text == null ? -1 : whole.indexOf(text);
    return at < 0
        ? new Excerpt("", "", beginning(whole))
        : new Excerpt(
            end(whole.substring(0, at)), text, beginning(whole.substring(at + text.length())));
  }

  private static String beginning(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= AFTER ? text : text.substring(0, text.offsetByCodePoints(0, AFTER)) + CUT;
  }

  private static String end(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= BEFORE
        ? text
        : CUT + text.substring(text.offsetByCodePoints(text.length(), -BEFORE));
  }

  public boolean isBlank() {
    return (before + found + after).isEmpty();
  }
}
