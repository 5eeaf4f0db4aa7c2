package survey.launcher;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What the process prints, until it is told to be silent. When Payara stops it reports so on both
 * streams, with a handler of its own that no configuration reaches.
 */
final class Console extends FilterOutputStream {
  private static volatile boolean silent;

  static void open() {
    System.setOut(new PrintStream(new Console(System.out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new Console(System.err), true, StandardCharsets.UTF_8));
  }

  static void silence() {
    silent = true;
  }

  private Console(OutputStream stream) {
    super(stream);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!silent) {
      out.write(bytes, offset, length);
    }
  }
}
