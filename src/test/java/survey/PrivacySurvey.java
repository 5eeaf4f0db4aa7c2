package survey;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import survey.results.KnownSurvey;

/**
 * The survey whose privacy text is held to be true: a node that watches for machines and erases
 * comments, beside one that does neither. It is no other tests': it would erase their comments.
 */
final class PrivacySurvey {
  /** How many responses in a minute are not many yet. */
  static final int LIMIT = 20;

  /** How long comments are kept. */
  static final int DAYS = 90;

  /** What anybody may read. */
  static final List<String> PUBLIC =
      List.of(
          "",
          "?lang=en",
          "results",
          "results?lang=en",
          "about",
          "about?lang=en",
          "receipt",
          "thanks",
          "api/results",
          "api/method",
          "health/live",
          "health/ready");

  private static PrivacySurvey shared;

  private final KnownSurvey known = new KnownSurvey();
  private final RunningSurvey node =
      known.anotherNode(
          Map.of(
              "SURVEY_RATE_LIMIT", String.valueOf(LIMIT),
              "SURVEY_COMMENT_RETENTION", String.valueOf(DAYS),
              "SURVEY_TRUSTED_PROXIES", "127.0.0.1"));

  /** One for all tests of the privacy text; it ends with them. */
  static synchronized PrivacySurvey shared() {
    if (shared == null) {
      shared = new PrivacySurvey();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  private void close() {
    node.close();
    known.close();
  }

  /** The database, and the node that checks nothing and keeps everything. */
  KnownSurvey known() {
    return known;
  }

  /** The node that checks and erases. */
  RunningSurvey node() {
    return node;
  }

  /** The address of the node that checks and erases. */
  String address() {
    return node.address();
  }

  /** What a page says about privacy. */
  static Element text(String page) {
    return Respondent.html(Respondent.get(page)).expectFirst("section:has(#privacy)");
  }

  /** Shows a response to whoever has its receipt, or does more with it. */
  HttpResponse<String> useReceipt(String receipt, String more) {
    return Respondent.post(
        address() + "receipt", "application/x-www-form-urlencoded", "receipt=" + receipt + more);
  }

  Admin admin() {
    return Admin.signedIn(address(), known.adminPassword());
  }

  Traces traces() {
    return Traces.of(known, node);
  }

  /** What the database has a place for in a response's row. */
  List<String> columnsOfAResponse() {
    return List.of(
        known
            .ask(
                "select group_concat(column_name) from information_schema.columns where table_schema = database() and table_name = 'response'")
            .split(",", -1));
  }
}
