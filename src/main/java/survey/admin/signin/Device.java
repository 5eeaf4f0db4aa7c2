package survey.admin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import survey.response.Hmac;

/**
 * A browser that an admin has signed in with. It keeps a random id and a code for it that only who
 * knows the account's password hash can make: all nodes do, and nobody knows that of a password
 * that was changed since. It opens nothing; see {@link Attempts}.
 *
 * @param id 128 random bits in base64url, 22 characters
 */
record Device(String id) {
  private static final int BYTES = 16;
  private static final Pattern SHAPE =
      Pattern.compile("(?<id>[A-Za-z0-9_-]{22})\\.(?<code>[A-Za-z0-9_-]{43})");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  static Device mint() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Device(ENCODER.encodeToString(bytes));
  }

  /** The device of a text that {@link #text} has given for the same password. */
  static Optional<Device> parse(String text, AdminAccount account) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    Device device = new Device(shape.group("id"));
    boolean isOurs =
        MessageDigest.isEqual(text.getBytes(UTF_8), device.text(account).getBytes(UTF_8));
    return isOurs ? Optional.of(device) : Optional.empty();
  }

  /** What the browser keeps. */
  String text(AdminAccount account) {
    byte[] key = account.passwordHash().getBytes(UTF_8);
    byte[] named = ("device:" + account.name() + ":" + id).getBytes(UTF_8);
    return id + "." + ENCODER.encodeToString(Hmac.of(key, named));
  }
}
