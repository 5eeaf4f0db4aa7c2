package survey.platform;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A range of addresses (CIDR, RFC 4632 and RFC 4291), or one.
 *
 * @param prefix how many leading bits its addresses have in common
 */
record Network(InetAddress first, int prefix) {

  /**
   * The network of an address, or of an address, a slash and a prefix's length.
   *
   * @throws IllegalArgumentException for any other text, which the launcher has refused
   */
  static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress first =
        IpAddress.parse(parts[0]).orElseThrow(() -> new IllegalArgumentException(text));
    int bits = first.getAddress().length * Byte.SIZE;
    return new Network(first, parts.length == 1 ? bits : Integer.parseInt(parts[1]));
  }

  boolean contains(InetAddress address) {
    byte[] theirs = address.getAddress();
    byte[] ours = first.getAddress();
    return theirs.length == ours.length
        && new BigInteger(1, theirs)
                .xor(new BigInteger(1, ours))
                .shiftRight(ours.length * Byte.SIZE - prefix)
                .signum()
            == 0;
  }
}
