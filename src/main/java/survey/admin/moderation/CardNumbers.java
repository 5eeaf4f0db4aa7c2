package survey.admin.moderation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers of payment cards: 13 to 19 digits that begin with 2 to 6 and pass the Luhn check, in one
 * or in groups with one kind of separator: spaces, or a hyphen, dot (also ・) or tilde, each with or
 * without spaces. A number may go on in a second line, but figures one below the other are a
 * column. Of more groups than a card has, those count that make one, since an expiry date or a
 * security code may follow.
 *
 * <p>Source: ISO/IEC 7812-1, which gives the first digits 3 to 6 to travel, banking and
 * merchandising and 2 to airlines and others (some cards' too, since 2016), at most 19 digits in
 * all, and the Luhn formula in its Annex B. It allows fewer digits than 13, which hardly any card
 * has.
 */
final class CardNumbers {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final Pattern BEGINNING = Pattern.compile("(?<![0-9])(?<![0-9][.,])[2-6]");

  /**
   * What stands between two groups. Its kind is nothing for spaces alone; dates in a range, as
   * 2024-01-15 - 2024-02-15, have two kinds.
   */
  private static final Pattern GAP =
      Pattern.compile("(?=[^0-9]) {0,2}?(?<kind>(?: ?[-.・~])?+) {0,3}(?<line>\n?) {0,3}(?=[0-9])");

  private CardNumbers() {}

  static Stream<Finding> in(String plain) {
    Stream.Builder<Finding> findings = Stream.builder();
    Matcher beginning = BEGINNING.matcher(plain);
    for (int next = 0; next <= plain.length() && beginning.find(next); ) {
      int from = beginning.start();
      int to = end(plain, from);
      if (to > from) {
        findings.add(new Finding(Detector.CARD_NUMBER, from, to));
      }
      next = Math.max(to, from + 1);
    }
    return findings.build();
  }

  /** Where the longest card number that begins here ends; where it begins if there is none. */
  private static int end(String plain, int from) {
    StringBuilder digits = new StringBuilder();
    Matcher gap = GAP.matcher(plain);
    String kind = null;
    int lines = 1;
    int end = from;
    for (int i = from; ; i = gap.end()) {
      while (i < plain.length() && isDigit(plain.charAt(i)) && digits.length() <= LONGEST) {
        digits.append(plain.charAt(i++));
      }
      if (isCard(digits)) {
        end = i;
      }
      if (digits.length() > LONGEST || !gap.region(i, plain.length()).lookingAt()) {
        return end;
      }
      lines += gap.group("line").length();
      if (lines > 2 || (kind != null && !kind.equals(gap.group("kind")))) {
        return end;
      }
      kind = gap.group("kind");
    }
  }

  private static boolean isCard(CharSequence digits) {
    return digits.length() >= SHORTEST && digits.length() <= LONGEST && passesLuhn(digits);
  }

  /**
   * Whether the sum of the digits, every second one from the right doubled, is a multiple of 10.
   */
  static boolean passesLuhn(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }
}
