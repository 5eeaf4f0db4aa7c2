package survey.response;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a form was opened, as the form itself says, signed so that nobody else can say so. It is of
 * that form's key alone.
 *
 * @param text seconds since 1970 and 96 bits of an HMAC-SHA-256 over them and the key, with a dot
 *     between
 */
record Opening(String text) {
  private static final Pattern FORMAT = Pattern.compile("([0-9]{1,12})\\.[A-Za-z0-9_-]{16}");
  private static final int BYTES = 12;

  static Opening at(Instant moment, Key key, Secret secret) {
    long seconds = moment.getEpochSecond();
    byte[] mac = secret.authenticate("opened:" + key.text() + ":" + seconds);
    return new Opening(
        seconds
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES)));
  }

  /** The moment that a form of this key was opened at; none if that is not what the text says. */
  static Optional<Instant> read(String text, Key key, Secret secret) {
    Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Instant moment = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
    return at(moment, key, secret).text().equals(text) ? Optional.of(moment) : Optional.empty();
  }
}
