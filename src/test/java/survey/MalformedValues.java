package survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Values of fields as nobody would type them, already encoded, and some that are right. */
final class MalformedValues {
  /**
   * What no page may have, from whatever request it came: the mark as an element, or with a quote
   * that ends an attribute.
   */
  static final String UNESCAPED = "<quux\\d|=\"[^\"<>]*quux\\d+\"";

  /** What an expression in a value would have become. */
  static final String EVALUATED = "982007569";

  private static final List<String> CODES =
      List.of(
          "STOP_BUSINESS",
          "COMPLAIN",
          "FORGIVE_IF_APOLOGISED",
          "NOT_BOTHERED",
          "AGE_10S",
          "AGE_80_PLUS",
          "NO_ANSWER",
          "FEMALE",
          "OTHER",
          "STUDENT",
          "LIVE",
          "COUNTED",
          "gender");

  /** Bytes that are no text, or none that may be stored. */
  private static final List<String> BROKEN =
      List.of(
          "%00",
          "a%00b",
          "%ED%A0%80",
          "%ED%BF%BF%ED%A0%BD",
          "%C0%80",
          "%C1%BF",
          "%FF%FE",
          "%F4%90%80%80",
          "%F8%88%80%80%80",
          "%E3%81",
          "%80%80",
          "%zz",
          "%",
          "%2",
          "%u3042",
          "50%+%",
          "\u00e3\u0081\u0082",
          "\u00ff\u00fe",
          "\u0001\u0002\u007f",
          "%01%02%08%0B%1F%7F",
          "%C2%80%C2%9F",
          "%EF%BB%BF",
          "%EF%BF%BE%EF%BF%BF",
          "%0d%0aX-Injected:%201%0d%0a%0d%0a",
          "%E2%80%AE%E2%80%8B",
          "=%3D==",
          "a;b=c");

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u3000",
          "0",
          "-1",
          "1e999",
          "99999999999999999999",
          "null",
          "true",
          "[]",
          "{\"a\":1}",
          "' or 1=1 -- ",
          "1); drop table response; --",
          "../../etc/passwd",
          "${jndi:ldap://localhost/a}",
          "%s%n{0}",
          "\\u0000\\",
          "😀",
          "e\u0301\u0301\u0301",
          "2026-02-30",
          "</textarea></script><!--",
          "javascript:alert(1)",
          "//evil.example/",
          "=1+1",
          "\r\n.\r\n");

  private final Random random;

  MalformedValues(Random random) {
    this.random = random;
  }

  /** Any of them. */
  String any() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> encoded(one(CODES));
      case 2 -> mark();
      case 3 -> encoded(one(ODD));
      case 4 -> one(BROKEN);
      case 5 -> encoded(one(CODES).toLowerCase(Locale.ROOT)) + one(BROKEN);
      case 6 -> encoded(one(ODD)) + one(BROKEN) + mark();
      default -> encoded(one(ODD)).repeat(random.nextInt(200));
    };
  }

  /** One that is no text. */
  String broken() {
    return one(BROKEN) + (random.nextBoolean() ? one(BROKEN) : mark());
  }

  /** Markup and an expression, which must come back as text if at all. */
  String mark() {
    return encoded("<quux" + random.nextInt(1_000) + "\"'&x>#{31337*31337}${31337*31337}");
  }

  /** What the form's fields would have, by their names. */
  Map<String, String> right() {
    // In the same order wherever it runs, which Map.of's is not.
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("choice", one(CODES.subList(0, 4)));
    fields.put("age", one(CODES.subList(4, 7)));
    fields.put("gender", one(CODES.subList(6, 9)));
    fields.put("occupation", one(List.of("STUDENT", "OTHER", "NO_ANSWER")));
    fields.put("comment", encoded(random.nextBoolean() ? "" : "意見です。\r\n二行目"));
    return fields;
  }

  /** A comment around the limit of its length. */
  String longComment() {
    return encoded(one(List.of("a", "あ", "😀", "\r\n", "e\u0301")))
        .repeat(499 + random.nextInt(503));
  }

  String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
