package survey.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fields of a URL-encoded form and of the query, in UTF-8. The container's own reading silently
 * leaves a field out whose encoding is broken, and answers a large or otherwise unreadable body
 * with 500; here a broken encoding stays as it was sent, malformed UTF-8 becomes U+FFFD, and other
 * bodies have no fields.
 */
final class FormFields {
  /**
   * In bytes: twice what a longest comment takes, 12,000; and with its headers no more than the
   * load balancer holds back until it is whole.
   */
  private static final int LONGEST_USUAL = 24 << 10;

  /** What is read of a body, in bytes: a pasted book is kept in part. */
  private static final int LONGEST_BODY = 1 << 18;

  /** Our form has about ten fields; what comes after so many is one foreign field more. */
  private static final int MOST_FIELDS = 200;

  /**
   * A client that is still sending would not read the answer; but one that never ends is not waited
   * for.
   */
  private static final int MOST_DISCARDED = 1 << 23;

  private static final long LONGEST_READING = Duration.ofSeconds(10).toNanos();

  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String FACES_PREFIX = "jakarta.faces.";

  /**
   * What a post's address may say beside its body: answers do not belong in addresses, which
   * proxies log.
   */
  private static final Set<String> BESIDE_A_BODY = Set.of("lang", "answers");

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private int count;

  private FormFields(String query) {
    add(Objects.requireNonNullElse(query, ""));
  }

  /**
   * Of a request.
   *
   * @param place taken while the form is read, and kept if it is a long one
   * @throws FormPlace.TooManyForms if there is none
   * @throws IOException if the form breaks off or takes too long
   */
  static Map<String, String[]> of(HttpServletRequest request, FormPlace place) throws IOException {
    FormFields form = new FormFields(request.getQueryString());
    if (request.getMethod().equals("POST")) {
      form.fields.keySet().retainAll(BESIDE_A_BODY);
      form.add(body(request, place));
    }
    return form.values();
  }

  static Map<String, String[]> ofQuery(HttpServletRequest request) {
    return new FormFields(request.getQueryString()).values();
  }

  private static String body(HttpServletRequest request, FormPlace place) throws IOException {
    String type = Objects.requireNonNullElse(request.getContentType(), "").split(";", 2)[0].strip();
    place.takeToRead();
    byte[] body = read(request.getInputStream(), place);
    place.endReading();
    return type.equalsIgnoreCase(URL_ENCODED) ? new String(body, UTF_8) : "";
  }

  /** All of a body, or as much of a long one as is looked at; never part of one that broke off. */
  private static byte[] read(InputStream stream, FormPlace place) throws IOException {
    long deadline = System.nanoTime() + LONGEST_READING;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    long total = 0;
    for (int length = stream.read(part); length >= 0; length = stream.read(part)) {
      body.write(part, 0, Math.min(length, LONGEST_BODY - body.size()));
      total += length;
      if (total > LONGEST_USUAL) {
        place.takeForALongOne();
      }
      if (System.nanoTime() >= deadline) {
        throw new SocketTimeoutException("a form took too long");
      }
      if (total >= MOST_DISCARDED) {
        break;
      }
    }
    return body.toByteArray();
  }

  private void add(String encoded) {
    int from = 0;
    while (from < encoded.length()) {
      int end = encoded.indexOf('&', from);
      end = end < 0 ? encoded.length() : end;
      if (end > from) {
        addPair(encoded.substring(from, end));
      }
      if (count > MOST_FIELDS) {
        return;
      }
      from = end + 1;
    }
  }

  private void addPair(String pair) {
    String[] parts = pair.split("=", 2);
    String name = ++count > MOST_FIELDS ? "foreign" : name(parts[0]);
    fields
        .computeIfAbsent(name, any -> new ArrayList<>())
        .add(decode(parts.length == 1 ? "" : parts[1]));
  }

  private Map<String, String[]> values() {
    Map<String, String[]> values = new LinkedHashMap<>();
    fields.forEach((name, list) -> values.put(name, list.toArray(String[]::new)));
    return values;
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
}
