package survey.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/**
 * The version of the style sheet, scripts and icon, in their addresses: so that browsers may keep
 * them for good.
 */
@Named
@ApplicationScoped
public class Assets {
  @Inject ServletContext application;

  private String version;

  @PostConstruct
  void read() {
    CRC32 checksum = new CRC32();
    for (String asset :
        new String[] {
          "/survey.css",
          "/survey.js",
          "/results.css",
          "/results.js",
          "/admin.css",
          "/stream.js",
          "/admin.js",
          "/dashboard.js",
          "/responses.js",
          "/comments.js",
          "/download.js",
          "/icon.svg"
        }) {
      try (InputStream bytes = application.getResourceAsStream(asset)) {
        checksum.update(bytes.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    version = Long.toHexString(checksum.getValue());
  }

  /** Changes whenever one of them does. */
  public String getVersion() {
    return version;
  }
}
