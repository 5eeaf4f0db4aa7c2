package survey.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as headers write them, read without ever asking the network for a name. */
final class IpAddress {
  /** IPv6's own letters; the JDK takes whatever has a colon for an address and never for a name. */
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

  /** {@code 192.0.2.1:1234}, {@code [2001:db8::1]} or {@code [2001:db8::1]:1234}. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[(?<six>[^\\]]*)](:[0-9]{1,5})?|(?<four>[0-9.]+):[0-9]{1,5}");

  private IpAddress() {}

  /**
   * The address that a text is, with or without a port; empty if it is none. An IPv4 address in
   * IPv6's writing is the IPv4 address.
   */
  static Optional<InetAddress> parse(String text) {
    var withPort = WITH_PORT.matcher(text);
    if (withPort.matches()) {
      return literal(withPort.group(withPort.group("six") == null ? "four" : "six"));
    }
    return literal(text);
  }

  private static Optional<InetAddress> literal(String text) {
    // A zone, as in fe80::1%eth0, is this machine's own business.
    String address = text.replaceFirst("(?<=:[^%]{0,40})%.*", "");
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
