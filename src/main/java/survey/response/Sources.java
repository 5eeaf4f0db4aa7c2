package survey.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where requests come from, told apart until the key is renewed and never told: an address under a
 * random key that nobody knows.
 */
public final class Sources {
  private static final int BYTES = 32;
  private static final Duration LIFE = Duration.ofDays(1);

  /**
   * Who has IPv6 at home has 256 networks of 2^64 addresses or more, which count as one (RFC 6177;
   * RIPE-690, 4.2).
   */
  private static final int BYTES_OF_IPV6_NETWORK = 7;

  private final byte[] key = new byte[BYTES];
  private Instant renewed = Instant.EPOCH;

  public Sources() {
    new SecureRandom().nextBytes(key);
  }

  /**
   * Takes another key if this one is a day old.
   *
   * @return whether it did: whatever was counted is to be forgotten then
   */
  public boolean renew(Instant now) {
    boolean isDue = now.isAfter(renewed.plus(LIFE));
    if (isDue) {
      renewed = now;
      new SecureRandom().nextBytes(key);
    }
    return isDue;
  }

  /** Stands for an address, or the network that it is in, until the next key. */
  public String of(String address) {
    return Base64.getEncoder().encodeToString(Hmac.of(key, network(address)));
  }

  private static byte[] network(String address) {
    try {
      InetAddress client = InetAddress.getByName(address);
      return client instanceof Inet6Address
          ? Arrays.copyOf(client.getAddress(), BYTES_OF_IPV6_NETWORK)
          : client.getAddress();
    } catch (UnknownHostException e) {
      return address.getBytes(UTF_8);
    }
  }
}
