package survey.launcher;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose forwarding headers are believed: addresses, or ranges with their prefix's length. Names are
 * none, since whoever answers for a name could change whom we believe.
 */
final class Proxies {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String IPV4 = BYTE + "(\\." + BYTE + "){3}";

  /** Whatever has a colon the JDK takes for an address, right or wrong, and never for a name. */
  private static final String IPV6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*";

  private static final Pattern NETWORK =
      Pattern.compile("(?<address>" + IPV4 + "|" + IPV6 + ")(/(?<prefix>[0-9]{1,3}))?");

  private static final int BITS_OF_IPV4 = 32;
  private static final int BITS_OF_IPV6 = 128;

  private Proxies() {}

  /** The list as it was given, without blanks. */
  static String check(String text) throws StartFailure {
    List<String> networks = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String network = part.strip();
      if (!isNetwork(network)) {
        throw new StartFailure(
            "SURVEY_TRUSTED_PROXIES must be addresses or ranges like 10.0.0.0/8, with commas between, not \"%s\"."
                .formatted(network));
      }
      networks.add(network);
    }
    return String.join(",", networks);
  }

  private static boolean isNetwork(String text) {
    Matcher network = NETWORK.matcher(text);
    if (!network.matches()) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(network.group("address"));
      int bits = address instanceof Inet4Address ? BITS_OF_IPV4 : BITS_OF_IPV6;
      return network.group("prefix") == null || Integer.parseInt(network.group("prefix")) <= bits;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
