package survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that ships, with a test in it and the one address by which Arquillian reaches that. */
public final class ShippedWar {
  private ShippedWar() {}

  public static WebArchive forATest() {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, "ROOT.war")
            .importFrom(new File(System.getProperty("server.directory"), "survey.war"))
            .as(WebArchive.class);
    return war.addClasses(InContainer.class, Numbers.class)
        .setWebXML(
            new StringAsset(
                descriptor(war).replace("/|/receipt|", "/|/receipt|/ArquillianServletRunnerEE.*|")))
        .addAsLibraries(
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("assertj-core") || path.contains("byte-buddy"))
                .map(File::new)
                .toArray(File[]::new));
  }

  private static String descriptor(WebArchive war) {
    try (var descriptor = war.get("WEB-INF/web.xml").getAsset().openStream()) {
      return new String(descriptor.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
