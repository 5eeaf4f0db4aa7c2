package survey.admin.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes as the platform writes them, at whatever cost. */
final class Hashes {
  private static final int BYTES = 32;

  private Hashes() {}

  static String pbkdf2(String password, int rounds) {
    byte[] salt = "a salt of thirty-two characters!".getBytes(US_ASCII);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(
                  new PBEKeySpec(password.toCharArray(), salt, rounds, BYTES * Byte.SIZE))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "PBKDF2WithHmacSHA256:%d:%s:%s"
          .formatted(rounds, base64.encodeToString(salt), base64.encodeToString(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
