package survey.response;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The random key minted with each form. Whoever holds it sent that form, so sending twice is one
 * response. The database knows only its hash.
 *
 * @param text 192 random bits in base64url, 32 characters
 */
public record Key(String text) {
  private static final int BYTES = 24;
  private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Key mint() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Key(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The key as it was posted; empty if that is not the form of a key. */
  static Optional<Key> parse(String posted) {
    return FORMAT.matcher(posted).matches() ? Optional.of(new Key(posted)) : Optional.empty();
  }

  byte[] hash() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return "Key[hidden]";
  }
}
