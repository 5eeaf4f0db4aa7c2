package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What another JVM holds on to. */
final class Heap {
  private static final Pattern USED = Pattern.compile("generation +total \\d+K, used (\\d+)K");
  private static final double KILOBYTES = 1024;

  private Heap() {}

  /** What a full collection leaves of both generations, in megabytes. */
  static double liveMegabytes(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    List<MatchResult> generations = USED.matcher(jcmd(pid, "GC.heap_info")).results().toList();
    assertThat(generations).as("generations of the serial collector").hasSize(2);
    return generations.stream().mapToLong(used -> Long.parseLong(used.group(1))).sum() / KILOBYTES;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), Charset.defaultCharset());
    assertThat(jcmd.waitFor()).as(answer).isZero();
    return answer;
  }
}
