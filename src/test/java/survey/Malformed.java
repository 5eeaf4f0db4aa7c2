package survey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests that no browser would send: for the same seed the same ones, but for the cookie and the
 * token of whoever has signed in.
 */
final class Malformed {
  /** What is wrong with a request, mainly. */
  enum Kind {
    FORM,
    ENCODING,
    VIEW_STATE,
    CONTENT_TYPE,
    RECEIPT,
    ADMIN,
    ADDRESS,
    METHOD,
    HEADER,
    LOGIN
  }

  /** One of them, with a byte for each character. */
  record Request(Kind kind, String text) {
    byte[] bytes() {
      return text.getBytes(ISO_8859_1);
    }
  }

  /** Keys that many forms have. */
  private static final int SHARED_KEYS = 100;

  /** Whose wrong codes and passwords add up. */
  private static final String ONE_CLIENT = "198.19.0.1";

  private static final List<Kind> WITHOUT_LOGIN =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Kind.LOGIN)));
  private static final String URL_ENCODED = "application/x-www-form-urlencoded";

  private final Random random;
  private final MalformedValues values;
  private final MalformedAddresses addresses;
  private final List<String> receipts;
  private final String cookie;
  private final String csrf;
  private final boolean signsIn;
  private int number;

  /**
   * @param receipts codes of responses that there are
   * @param cookie that of an admin who has signed in, for some of them
   * @param csrf what that admin's forms have
   * @param signsIn whether passwords are tried as well: only few can be at once
   */
  Malformed(long seed, List<String> receipts, String cookie, String csrf, boolean signsIn) {
    random = new Random(seed);
    values = new MalformedValues(random);
    addresses = new MalformedAddresses(random, values);
    this.receipts = receipts;
    this.cookie = cookie;
    this.csrf = csrf;
    this.signsIn = signsIn;
  }

  /** The next one. */
  Request next() {
    // Passwords are costly to try, on purpose.
    boolean isLogin = ++number % 80 == 0 && signsIn;
    Kind kind = isLogin ? Kind.LOGIN : WITHOUT_LOGIN.get(random.nextInt(WITHOUT_LOGIN.size()));
    String request =
        switch (kind) {
          case FORM -> post("/", URL_ENCODED, form(4));
          case ENCODING -> post("/", URL_ENCODED, encoding());
          case VIEW_STATE -> post(one("/", "/", "/receipt"), URL_ENCODED, viewState());
          case CONTENT_TYPE -> contentType();
          case RECEIPT -> post("/receipt" + one("", "?lang=en"), URL_ENCODED, receipt());
          case LOGIN -> post("/login", URL_ENCODED, login());
          case ADMIN -> admin();
          case ADDRESS -> get(addresses.any());
          case METHOD -> method();
          case HEADER -> header();
        };
    return new Request(kind, request);
  }

  /** Our form with so many mistakes at most. */
  private String form(int most) {
    List<String> fields = new ArrayList<>();
    values.right().forEach((name, value) -> fields.add(name + "=" + value));
    fields.add("key=" + key());
    fields.add("opened=" + one("", values.any(), "1.AAAAAAAAAAAAAAAA"));
    fields.add("website=" + one("", "", values.any()));
    fields.add("send=1");
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      spoil(fields);
    }
    return String.join(one("&", "&", "&", "&&", ";"), fields);
  }

  private void spoil(List<String> fields) {
    if (fields.isEmpty()) {
      return;
    }
    int at = random.nextInt(fields.size());
    String name = fields.get(at).split("=", 2)[0];
    switch (random.nextInt(9)) {
      case 0 -> fields.remove(at);
      case 1 -> fields.add(fields.get(at));
      case 2 -> fields.set(at, name + "=" + values.any());
      case 3 -> fields.add(name + one("=", "[]=", "%00=", "") + values.any());
      case 4 -> fields.add(values.any() + "=" + values.any());
      case 5 -> Collections.shuffle(fields, random);
      case 6 -> fields.add("comment_public=" + one("1", "0", values.any()));
      case 7 -> fields.add("primary=" + one("COMPLAIN", "STOP_BUSINESS", values.any()));
      default -> fields.add("comment=" + values.longComment());
    }
  }

  /** One of the keys that are sent again and again. */
  static String sharedKey(int number) {
    return "%032d".formatted(number);
  }

  /** The same for the same seed; every tenth is sent more than once, and few are no keys. */
  private String key() {
    if (random.nextInt(10) == 0) {
      return sharedKey(random.nextInt(SHARED_KEYS));
    }
    return IntStream.range(0, 32)
        .mapToObj(
            i -> random.nextInt(1_000) == 0 ? one("=", "+", "") : one("a", "Z", "0", "9", "-", "_"))
        .collect(Collectors.joining());
  }

  private String encoding() {
    return form(0)
        + "&"
        + one("comment", "choice", "age", "x")
        + "="
        + IntStream.rangeClosed(0, random.nextInt(5))
            .mapToObj(i -> values.broken())
            .collect(Collectors.joining());
  }

  private String viewState() {
    String faces =
        one(
            "jakarta.faces.",
            "javax.faces.",
            "jakarta.faces.partial.",
            "com.sun.faces.",
            "primefaces.");
    String name =
        one(
            "ViewState",
            "ViewState:0",
            "ClientWindow",
            "ajax",
            "source",
            "execute",
            "render",
            "event");
    String value =
        one(
            "stateless",
            "-1:-1",
            "0",
            "H4sIAAAAAAAAAA",
            "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA",
            "true",
            "@all",
            values.any());
    return form(1) + "&" + faces + name + "=" + value + "&" + faces + "ViewState=" + values.any();
  }

  private String contentType() {
    String type =
        one(
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "multipart/mixed; boundary=\"",
            "application/json",
            "application/xml",
            "text/plain",
            URL_ENCODED + "; charset=UTF-7",
            URL_ENCODED + "; charset=\"",
            "x",
            "/",
            ";;;",
            "");
    String body =
        one(
            form(2),
            "--x\r\nContent-Disposition: form-data; name=\"choice\"\r\n\r\nCOMPLAIN\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../a\"\r\n\r\n",
            "{\"choice\":[\"COMPLAIN\"]}",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "");
    return post(one("/", "/receipt"), type, body);
  }

  private String receipt() {
    List<String> fields = new ArrayList<>();
    fields.add("receipt=" + (random.nextInt(3) == 0 ? values.any() : values.one(receipts)));
    fields.add(
        "step="
            + one("edit", "edit", "correct", "correct", "correct", "ask", "show", values.any())
                // Seldom: nothing is left of it afterwards.
                .replaceFirst("^show$", random.nextInt(20) == 0 ? "withdraw" : "show"));
    fields.add("version=" + one(version(), version(), "-1", "999999999", values.any()));
    fields.add("comment_public=" + one("1", "1", ""));
    values.right().forEach((name, value) -> fields.add(name + "=" + value));
    for (int i = random.nextInt(4); i > 0; i--) {
      spoil(fields);
    }
    return String.join("&", fields);
  }

  private String login() {
    return "account="
        + values.any()
        + "&password="
        + values.any()
        + "&to="
        + one("/admin/", "//evil.example", values.any())
        + one("", "&account=admin", "&" + values.any());
  }

  private String admin() {
    String sent = random.nextInt(4) == 0 ? "" : "Cookie: " + cookie + "\r\n";
    if (random.nextBoolean()) {
      return "GET " + addresses.ofAdmins() + " HTTP/1.1\r\nHost: localhost\r\n" + sent + "\r\n";
    }
    String fields =
        "csrf=%s&decision=%s&reason=%s&to=%s&confirmed=%s&response=%s"
            .formatted(
                random.nextInt(8) == 0 ? values.any() : csrf,
                random.nextInt(8) == 0
                    ? one("approve", "", values.any())
                    : one("APPROVE", "REFUSE", "REOPEN", "EXCLUDE", "RESTORE"),
                one("SPAM", "OTHER", "", values.any()),
                one("/admin/responses", "//evil.example", values.any()),
                one("1", values.any()),
                IntStream.rangeClosed(0, random.nextInt(6))
                    .mapToObj(i -> revision())
                    .collect(Collectors.joining("&response=")));
    return post("/admin/decisions", URL_ENCODED, fields, sent);
  }

  /** What an admin has seen of a response; the first hundred are those of the original. */
  private String revision() {
    return random.nextInt(20) == 0
        ? one("1-0", "1.0", "101", "99999999999999999999-1", values.any())
        : 101 + random.nextInt(receipts.size()) + "-" + version();
  }

  private String version() {
    return String.valueOf(random.nextInt(6));
  }

  private String method() {
    String method =
        one(
            "PUT",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PATCH",
            "PROPFIND",
            "get",
            "HEAD",
            "X-" + number);
    String target =
        one(
            "/",
            "/receipt",
            "/login",
            "/admin/",
            "/api/results",
            "/survey.css",
            "*",
            addresses.any());
    String version = one("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9");
    return method
        + " "
        + target
        + " "
        + version
        + "\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
  }

  private String header() {
    String name =
        one(
            "Cookie",
            "Accept",
            "Accept-Language",
            "Range",
            "If-Modified-Since",
            "If-None-Match",
            "Origin",
            "Sec-Fetch-Site",
            "Referer",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "Forwarded",
            "Faces-Request",
            "Upgrade",
            "Authorization",
            "Content-Encoding",
            "X-HTTP-Method-Override");
    String value =
        one(
            values.any(),
            "bytes=0-,9-1",
            "bytes=-1",
            "partial/ajax",
            "null",
            "cross-site",
            "http://evil.example",
            "*",
            "W/\"",
            "Basic ====",
            "Bearer x",
            "h2c",
            "gzip",
            "answered=1; answered=2; survey-admin=\u00ff",
            "Thu, 99 Foo 2026",
            "1.2.3.4, ::1, %%",
            "");
    String line = name + ": " + value.replaceAll("[\r\n]", "") + "\r\n";
    // The server waits for whatever else comes after a wish for another protocol.
    return random.nextBoolean() && !name.equals("Upgrade")
        ? post(one("/", "/receipt"), URL_ENCODED, form(1), line)
        : "GET "
            + one(
                "/", "/results", "/survey.css", "/api/results", "/admin/responses.csv", "/nowhere")
            + " HTTP/1.1\r\nHost: "
            + one("localhost", "evil.example", "a:b:c", "[::1]", "localhost:99999")
            + "\r\n"
            + line
            + "\r\n";
  }

  private String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private String post(String target, String type, String body) {
    return post(target, type, body, "");
  }

  /**
   * Nearly always from another client, as a trusted proxy would say: wrong codes and passwords add
   * up.
   */
  private String post(String target, String type, String body, String headers) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(target, client(), type, headers, body.length(), body);
  }

  private String client() {
    return random.nextInt(10) == 0
        ? ONE_CLIENT
        : "198.18.%d.%d".formatted(random.nextInt(256), random.nextInt(256));
  }

  private String one(String... any) {
    return any[random.nextInt(any.length)];
  }
}
