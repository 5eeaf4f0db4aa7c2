package survey.admin.moderation;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Individual Numbers (マイナンバー): 12 digits, in one or as 4-4-4 (also with dots, ・ or tildes), of
 * which the last one checks the others. Digits that belong to a longer number are none.
 *
 * <p>Source of the check digit: 行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による通知カード及び
 * 個人番号カード並びに情報提供ネットワークシステムによる特定個人情報の提供等に関する省令 (平成26年総務省令第85号) 第5条.
 */
final class MyNumbers {
  private static final int CHECKED = 11;

  private static final String MARK = "[-.・~]";
  private static final String ALONE =
      "(?<![0-9])(?<![0-9][-.,])(?<![0-9]{4} {0,3}" + MARK + " {0,3})";
  private static final String TIGHT =
      "[0-9]{4}(M?| {1,3}M {1,3})[0-9]{4}\\1[0-9]{4}(?!\\1[0-9])".replace("M", MARK);
  private static final String SPACED =
      "(?<![0-9] {1,3})[0-9]{4} {1,3}[0-9]{4} {1,3}[0-9]{4}(?! {1,3}[0-9])";

  private static final Shape SHAPE =
      new Shape(
          Detector.MY_NUMBER,
          Pattern.compile(ALONE + "(?:" + TIGHT + "|" + SPACED + ")(?!-?[0-9])"),
          match -> isValid(match.replaceAll("[^0-9]", "")));

  private MyNumbers() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }

  /**
   * Whether the last of 12 digits is 11 − (Σ P<sub>n</sub>·Q<sub>n</sub> mod 11), or 0 where that
   * remainder is at most 1. P<sub>n</sub> is the n-th of the other digits from the right;
   * Q<sub>n</sub> is n + 1 for n up to 6, and n − 5 from 7.
   */
  static boolean isValid(String digits) {
    int sum = 0;
    for (int n = 1; n <= CHECKED; n++) {
      int p = digits.charAt(CHECKED - n) - '0';
      int q = n <= 6 ? n + 1 : n - 5;
      sum += p * q;
    }
    int remainder = sum % 11;
    int expected = remainder <= 1 ? 0 : 11 - remainder;
    return digits.charAt(CHECKED) - '0' == expected;
  }
}
