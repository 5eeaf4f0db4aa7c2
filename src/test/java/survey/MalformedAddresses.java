package survey;

import java.util.List;
import java.util.Random;

/** Addresses that there are not, or that are asked in ways nobody means. */
final class MalformedAddresses {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/results",
          "/about",
          "/thanks",
          "/receipt",
          "/login",
          "/admin",
          "/admin/",
          "/admin/responses",
          "/api/results",
          "/api/results/crosstab",
          "/api/method",
          "/health/live",
          "/health",
          "/metrics",
          "/openapi",
          "/survey.css",
          "/jakarta.faces.resource/core.js.xhtml",
          "/WEB-INF",
          "/WEB-INF/web.xml",
          "/META-INF/",
          "/index.xhtml");

  private static final List<String> TWISTS =
      List.of(
          "/..;x",
          "/..;",
          "/.;",
          ";x=y",
          ";jsessionid=1",
          "/../..",
          "%2e%2e/",
          "%2f",
          "%5c",
          "//",
          "%00",
          "%ff",
          "%zz",
          "%",
          "/%c0%ae%c0%ae/",
          "%252e",
          "\\",
          ".xhtml",
          ".jsf",
          "~",
          "?",
          "#x",
          "\u00ff",
          "%E3%81%82",
          "'",
          "\"",
          "|",
          "{}",
          "*");

  private static final List<String> ADMINS =
      List.of(
          "/admin/",
          "/admin/responses",
          "/admin/response",
          "/admin/comments",
          "/admin/audit",
          "/admin/download",
          "/admin/settings",
          "/admin/progress",
          "/admin/recount");

  private static final List<String> PARAMETERS =
      List.of(
          "lang",
          "receipt",
          "by",
          "wave",
          "from",
          "to",
          "choice",
          "status",
          "age",
          "gender",
          "occupation",
          "publication",
          "text",
          "after",
          "before",
          "id",
          "kind",
          "entries",
          "rows",
          "columns",
          "order",
          "decision",
          "again",
          "comments",
          "tab",
          "ln",
          "v",
          "profile");

  private final Random random;
  private final MalformedValues values;

  MalformedAddresses(Random random, MalformedValues values) {
    this.random = random;
    this.values = values;
  }

  /** Any, with twists in its path and parameters that are not meant. */
  String any() {
    StringBuilder path = new StringBuilder(values.one(PATHS));
    for (int i = random.nextInt(3); i > 0; i--) {
      path.insert(1 + random.nextInt(path.length()), values.one(TWISTS));
    }
    String before = random.nextInt(20) == 0 ? "http://evil.example" : "";
    return before + path + query() + (random.nextInt(50) == 0 ? "a".repeat(5_000) : "");
  }

  /** One of the admins', with parameters that are not meant. */
  String ofAdmins() {
    return values.one(ADMINS) + query();
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      query
          .append(query.isEmpty() ? "?" : "&")
          .append(random.nextInt(10) == 0 ? values.any() : values.one(PARAMETERS))
          .append('=')
          .append(values.any());
    }
    // What may not stand in a request's first line would be a second request.
    return query.toString().replaceAll("[ \r\n]", "+");
  }
}
