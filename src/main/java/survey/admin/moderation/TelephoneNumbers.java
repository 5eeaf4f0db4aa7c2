package survey.admin.moderation;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Telephone numbers of Japan, in the national form (0 in front) or the international one (+81),
 * with or without hyphens, spaces, dots (also ・) and brackets. A number has 10 digits with its 0,
 * or 11 if it is one of a mobile, IP or free-call service (020, 050 to 090, 0800).
 *
 * <p>Source: 総務省, 電気通信番号計画 (令和元年総務省告示第6号).
 */
final class TelephoneNumbers {
  /** The 0 or +81, and the digits up to the first separator. */
  private static final String FIRST =
      "(?:\\(0[1-9][0-9]{0,3}\\)|0[1-9][0-9]{0,3}|\\+81 ?-?(?:\\(0\\) ?|0)?-?[1-9][0-9]{0,3})";

  /** It is not the rest of a number, a date or an amount. */
  private static final String ALONE = "(?<![0-9+])(?<![0-9][-.,/])";

  private static final String BETWEEN = "(?: ?[-().・] ?| )?";

  /** The digits alone; the 0 in front is left out behind 81, or is not. */
  private static final Pattern DIGITS =
      Pattern.compile("(?:810?|0)(?:[1-9][1-9][0-9]{7}|[25-9]0[0-9]{8})");

  private static final Shape SHAPE =
      new Shape(
          Detector.TELEPHONE,
          Pattern.compile(ALONE + String.join(BETWEEN, FIRST, "[0-9]{1,4}", "[0-9]{3,4}(?![0-9])")),
          TelephoneNumbers::hasLength);

  private TelephoneNumbers() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }

  private static boolean hasLength(String match) {
    return DIGITS.matcher(match.replaceAll("[^0-9]", "")).matches();
  }
}
