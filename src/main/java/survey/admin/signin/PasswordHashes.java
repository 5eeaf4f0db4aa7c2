package survey.admin.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;

/**
 * The platform's PBKDF2 at the cost that OWASP's Password Storage Cheat Sheet recommends for it:
 * 600,000 rounds of HMAC-SHA-256, some tenths of a second. The same characters are the same
 * password however a keyboard composes them.
 */
@ApplicationScoped
class PasswordHashes {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int ROUNDS = 600_000;
  private static final int BYTES = 32;

  /** As {@link Pbkdf2PasswordHash} writes them; no password is known that has this one. */
  private static final String NOBODYS = String.join(":", prefix(), zeros(), zeros());

  @Inject Pbkdf2PasswordHash pbkdf2;

  private static String prefix() {
    return ALGORITHM + ":" + ROUNDS;
  }

  private static String zeros() {
    return Base64.getEncoder().encodeToString(new byte[BYTES]);
  }

  @PostConstruct
  void configure() {
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", ALGORITHM,
            "Pbkdf2PasswordHash.Iterations", Integer.toString(ROUNDS),
            "Pbkdf2PasswordHash.SaltSizeBytes", Integer.toString(BYTES),
            "Pbkdf2PasswordHash.KeySizeBytes", Integer.toString(BYTES)));
  }

  String hash(String password) {
    return pbkdf2.generate(characters(password));
  }

  /** Whether a hash is this password's; one that cannot be read is nobody's. */
  boolean verify(String password, String hash) {
    try {
      return pbkdf2.verify(characters(password), hash);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Takes as long as {@link #verify}, for a name that no account has. */
  void verifyNobodys(String password) {
    verify(password, NOBODYS);
  }

  private static char[] characters(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
  }

  /** Whether a hash was made at another cost than today's. */
  boolean isOutdated(String hash) {
    return !hash.startsWith(prefix() + ":");
  }
}
