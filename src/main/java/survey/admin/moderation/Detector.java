package survey.admin.moderation;

import java.util.stream.Stream;

/**
 * What looks like personal data in a comment, or leads to it. Detectors only point out: they know
 * the form of a thing, not whether it is one, and an admin decides.
 *
 * <p>They stand in the order of how much a finding says: where two overlap, the earlier detector
 * has the characters.
 */
public enum Detector {
  /** An e-mail address, also one that is disguised as {@code taro[at]example.com}. */
  EMAIL,
  /** A payment card's number. */
  CARD_NUMBER,
  /** An Individual Number (マイナンバー, 個人番号). */
  MY_NUMBER,
  /** An address on the web, with or without its scheme. */
  URL,
  /** A telephone number of Japan. */
  TELEPHONE,
  /** A postal code that is marked as one or stands with an address, or a house's address. */
  POSTAL_ADDRESS;

  /** All that this one finds, in order. */
  Stream<Finding> in(String plain) {
    return switch (this) {
      case EMAIL -> EmailAddresses.in(plain);
      case CARD_NUMBER -> CardNumbers.in(plain);
      case MY_NUMBER -> MyNumbers.in(plain);
      case URL -> WebAddresses.in(plain);
      case TELEPHONE -> TelephoneNumbers.in(plain);
      case POSTAL_ADDRESS -> PostalAddresses.in(plain);
    };
  }
}
