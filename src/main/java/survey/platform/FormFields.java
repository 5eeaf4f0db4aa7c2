package survey.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The fields of a URL-encoded form and of the query, in UTF-8. The container's own reading silently
 * leaves a field out whose encoding is broken, and answers a large or otherwise unreadable body
 * with 500; here a broken encoding stays as it was sent, malformed UTF-8 becomes U+FFFD, and other
 * bodies have no fields.
 */
final class FormFields {
  /** What is read of a body, in bytes; a longest comment takes 12,000. */
  private static final int LONGEST_BODY = 1 << 20;

  private static final int MOST_DISCARDED = 1 << 24;

  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String FACES_PREFIX = "jakarta.faces.";

  private FormFields() {}

  static Map<String, String[]> of(HttpServletRequest request) throws IOException {
    Map<String, String[]> fields = new LinkedHashMap<>();
    addAll(fields, Objects.requireNonNullElse(request.getQueryString(), ""));
    addAll(fields, body(request));
    return Collections.unmodifiableMap(fields);
  }

  private static String body(HttpServletRequest request) throws IOException {
    if (!request.getMethod().equals("POST")) {
      return "";
    }
    InputStream stream = request.getInputStream();
    String body = new String(stream.readNBytes(LONGEST_BODY), UTF_8);
    discardRest(stream);
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    return type.startsWith(URL_ENCODED) ? body : "";
  }

  /** A client that is still sending would not read the answer. */
  private static void discardRest(InputStream stream) throws IOException {
    long left = MOST_DISCARDED;
    long skipped = stream.skip(left);
    while (skipped > 0 && skipped < left) {
      left -= skipped;
      skipped = stream.skip(left);
    }
  }

  private static void addAll(Map<String, String[]> fields, String encoded) {
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        fields.merge(
            name(parts[0]),
            new String[] {decode(parts.length == 1 ? "" : parts[1])},
            FormFields::join);
      }
    }
  }

  /** Faces must not take a field for its own, yet the page must see that it was sent. */
  private static String name(String encoded) {
    String name = decode(encoded);
    return name.startsWith(FACES_PREFIX) ? "foreign." + name : name;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  private static String[] join(String[] values, String[] more) {
    String[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = more[0];
    return all;
  }
}
