package survey.results.comments;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the order of the LIVE comments, as the link to the next page carries it: the beginning
 * of a random value, of which nothing can be told.
 *
 * @param code 16 hexadecimal digits
 */
public record CommentPlace(String code) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");
  private static final int HASH_LENGTH = 32;

  /** The place of a response with this hash. */
  static CommentPlace of(byte[] receiptHash) {
    return new CommentPlace(HexFormat.of().formatHex(receiptHash, 0, 8));
  }

  /** What an address says; none if it is no place. */
  static Optional<CommentPlace> parse(String code) {
    return FORM.matcher(code).matches() ? Optional.of(new CommentPlace(code)) : Optional.empty();
  }

  /** The last hash that begins like this: all later ones come after this place. */
  byte[] last() {
    byte[] first = HexFormat.of().parseHex(code);
    byte[] last = Arrays.copyOf(first, HASH_LENGTH);
    Arrays.fill(last, first.length, HASH_LENGTH, (byte) 0xFF);
    return last;
  }
}
