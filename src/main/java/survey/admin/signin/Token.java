package survey.admin.signin;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import survey.response.Sha256;

/**
 * What a signed-in browser has in its cookie: 256 random bits. The database knows its hash alone.
 */
record Token(String text) {
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  static Token mint() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(ENCODER.encodeToString(bytes));
  }

  static Optional<Token> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new Token(text)) : Optional.empty();
  }

  /** 32 bytes. */
  byte[] hash() {
    return Sha256.of(text);
  }

  /** What a form of the browser's page sends along, so that another site's page cannot post it. */
  String csrf() {
    return ENCODER.encodeToString(Sha256.of("csrf:" + text));
  }

  /** Nothing that a log must not know. */
  @Override
  public String toString() {
    return "Token";
  }
}
