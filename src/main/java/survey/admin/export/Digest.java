package survey.admin.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what is written through it. */
final class Digest extends FilterOutputStream {
  private final MessageDigest sha256;
  private long bytes;
  private String hex;

  Digest(OutputStream output) {
    super(output);
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] part, int offset, int length) throws IOException {
    out.write(part, offset, length);
    sha256.update(part, offset, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** SHA-256 in hexadecimal digits. Nothing may be written afterwards. */
  String hex() {
    if (hex == null) {
      hex = HexFormat.of().formatHex(sha256.digest());
    }
    return hex;
  }
}
