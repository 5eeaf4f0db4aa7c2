package survey.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import fish.payara.micro.PayaraMicro;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {

  @Test
  void opensAndExportsExactlyWhatPayaraMicroAsksFor() throws Exception {
    List<String> given = options().filter(option -> option.startsWith("--add-")).toList();
    assertThat(given).containsExactlyInAnyOrderElementsOf(askedFor());
  }

  /** The file is read by {@code java @file}, where a blank would begin another option. */
  @Test
  void holdsOneOptionALine() throws Exception {
    assertThat(options()).allMatch(option -> option.matches("-\\S+"));
  }

  private static Stream<String> options() throws Exception {
    return Files.readAllLines(Path.of("src/main/launcher/java.options")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private static List<String> askedFor() throws Exception {
    File jar =
        new File(PayaraMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile payara = new JarFile(jar)) {
      Attributes manifest = payara.getManifest().getMainAttributes();
      return Stream.concat(
              words(manifest, "Add-Opens").map(word -> "--add-opens=" + word + "=ALL-UNNAMED"),
              words(manifest, "Add-Exports").map(word -> "--add-exports=" + word + "=ALL-UNNAMED"))
          .toList();
    }
  }

  private static Stream<String> words(Attributes manifest, String name) {
    return Stream.of(manifest.getValue(name).split(" ", -1)).filter(word -> !word.isBlank());
  }
}
