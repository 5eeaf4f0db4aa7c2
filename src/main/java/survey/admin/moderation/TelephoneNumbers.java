package survey.admin.moderation;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Telephone numbers of Japan, in the national form (0 in front) or the international one (+81,
 * 0081, or 81 with hyphens), with or without hyphens, tildes, slashes, dots (also ・), brackets,
 * spaces and line breaks. A number has 10 digits with its 0, or 11 if it is one of a mobile, IP or
 * free-call service (020, 050 to 090, 0800).
 *
 * <p>Source: 総務省, 電気通信番号計画 (令和元年総務省告示第6号).
 */
final class TelephoneNumbers {
  private static final String COUNTRY = "(?:\\+81 {0,3}-?|0081(?: {1,3}|-))";

  /** The 0 or +81, and the digits up to the first separator. */
  private static final String FIRST =
      "(?:\\(0[1-9][0-9]{0,3}\\)|0[1-9][0-9]{0,3}|"
          + COUNTRY
          + "(?:\\(0\\) ?|0)?-?[1-9][0-9]{0,3})";

  /** It is not the rest of a number, a date or an amount. */
  private static final String ALONE = "(?<![0-9+])(?<![0-9][-.,/])";

  /** A line that begins with another number does not go on with this one. */
  private static final String LINE = "(?:\n(?!0[0-9]{1,3}[-().・/~][0-9]) {0,3})?";

  private static final String BETWEEN = " {0,3}(?:[-().・/~] {0,3})?" + LINE;

  private static final String ANY = ALONE + String.join(BETWEEN, FIRST, "[0-9]{1,4}", "[0-9]{3,4}");

  /** 090-12-345678, which differs from the usual 3-4-4. */
  private static final String OTHER_GROUPS =
      ALONE + "0[5-9]0-(?:[0-9]{2}-[0-9]{6}|[0-9]{3}-[0-9]{5})";

  private static final String WITHOUT_PLUS =
      ALONE + "81-(?:\\(0\\)|0)?[1-9][0-9]{0,3}-[0-9]{1,4}-[0-9]{4}(?!-)";

  /** Behind another number, as in a list: with hyphens it is no part of an amount or fraction. */
  private static final String LISTED =
      "(?<=[0-9][,./])(?<![./][0-9]{1,2}[./])0[1-9][0-9]{0,3}-[0-9]{1,4}-[0-9]{3,4}(?!-)";

  /** Amounts have a comma before three digits only. */
  private static final String LISTED_DIGITS = "(?<=[0-9],)0[1-9][0-9]{8,9}";

  /** The digits alone; the 0 in front is left out behind 81, or is not. */
  private static final Pattern DIGITS =
      Pattern.compile("(?:(?:00)?810?|0)(?:[1-9][1-9][0-9]{7}|[25-9]0[0-9]{8})");

  private static final Shape SHAPE =
      new Shape(
          Detector.TELEPHONE,
          Pattern.compile(
              "(?:%s)(?![0-9])"
                  .formatted(
                      String.join("|", OTHER_GROUPS, ANY, WITHOUT_PLUS, LISTED, LISTED_DIGITS))),
          TelephoneNumbers::hasLength);

  private TelephoneNumbers() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }

  private static boolean hasLength(String match) {
    return DIGITS.matcher(match.replaceAll("[^0-9]", "")).matches();
  }
}
