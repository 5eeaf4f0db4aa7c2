package survey.admin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where somebody wanted to go who had to sign in first: one of the admins' own pages, with its
 * filters. Whatever else an address claims leads to the first of them.
 */
public record ReturnAddress(String text) {
  private static final String FIRST = "/admin/";
  private static final int LONGEST = 2_000;

  /** No dots, bars or encoded characters in the path, and nothing that ends a header. */
  private static final Pattern OURS =
      Pattern.compile("/admin/[a-z]*(\\?[A-Za-z0-9%&=+._~:,;/@*()!'$-]*)?");

  private static final String LANGUAGE = "lang=";

  /** The address that somebody claims to have come from. */
  public static ReturnAddress of(String wanted) {
    boolean ours = wanted.length() <= LONGEST && OURS.matcher(wanted).matches();
    return new ReturnAddress(ours ? withoutLanguage(wanted) : FIRST);
  }

  /** The address of a request. */
  static ReturnAddress of(String path, String query) {
    return of(query == null ? path : path + "?" + query);
  }

  /** Who changes the language while signing in means it. */
  private static String withoutLanguage(String address) {
    String[] parts = address.split("\\?", 2);
    String query =
        parts.length == 1
            ? ""
            : Arrays.stream(parts[1].split("&", -1))
                .filter(field -> !field.isEmpty() && !field.startsWith(LANGUAGE))
                .collect(Collectors.joining("&"));
    return query.isEmpty() ? parts[0] : parts[0] + "?" + query;
  }

  /** The address in a language. */
  public String in(String language) {
    return withLanguage(text, language);
  }

  /** Where to sign in so as to come here. */
  String login(String language) {
    String login = text.equals(FIRST) ? "/login" : "/login?to=" + URLEncoder.encode(text, UTF_8);
    return withLanguage(login, language);
  }

  /** An address of this site in a language; Japanese is not said. */
  static String withLanguage(String address, String language) {
    return Objects.equals(language, "en")
        ? address + (address.contains("?") ? "&" : "?") + LANGUAGE + "en"
        : address;
  }
}
