package survey.admin.export;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import survey.Admin;
import survey.Numbers;
import survey.results.KnownSurvey;

/** A survey with long, odd and many responses, and an admin's program that is signed in to it. */
final class ExportedSurvey implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static ExportedSurvey shared;

  private final KnownSurvey survey = new KnownSurvey();
  private final String cookie = Admin.signedIn(survey.address(), survey.adminPassword()).cookie();

  /** One for all tests that do not end it. */
  static synchronized ExportedSurvey shared() {
    if (shared == null) {
      shared = new ExportedSurvey();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  @Override
  public void close() {
    survey.close();
  }

  int port() {
    return survey.port();
  }

  String cookie() {
    return cookie;
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> head(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
        BodyHandlers.ofByteArray());
  }

  /** An answer of which nothing more is read than the headers. */
  HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).build(), BodyHandlers.ofInputStream());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(survey.address() + path)).header("Cookie", cookie);
  }

  Connection connect() throws SQLException {
    return survey.connect();
  }

  void tell(String change, Object... values) {
    survey.tell(change, values);
  }

  /** A query's rows, all columns as texts. */
  List<List<String>> ask(String query) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<List<String>> answer = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        answer.add(row);
      }
      return answer;
    }
  }

  /** The first column of a query's first row. */
  String askOne(String query) {
    return survey.ask(query);
  }

  /** Stores a response with this comment. */
  void add(String submittedAt, String status, String chosen, String comment) {
    tell(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment, comment_public, status,
                              key_hash, receipt_hash)
        values ('LIVE', ?, ? like '%STOP_BUSINESS%', ? like '%COMPLAIN%', ? like '%FORGIVE%', ? like '%NOT_BOTHERED%',
                substring_index(?, ' ', 1), 'AGE_80_PLUS', 'NO_ANSWER', 'SELF_EMPLOYED', ?, 'REQUESTED', ?,
                unhex(sha2(uuid(), 256)), unhex(sha2(uuid(), 256)))
        """,
        submittedAt, chosen, chosen, chosen, chosen, chosen, comment, status);
  }

  /** Stores responses with the longest comments there can be, some at the very same moment. */
  void addLong(int size, String from) {
    tell(
        """
        insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                              primary_choice, age_group, gender, occupation, comment, comment_public, status,
                              key_hash, receipt_hash)
        select 'LIVE', date_add(?, interval seq div 3000 second), 0, 1, 0, 0, 'COMPLAIN', 'AGE_10S', 'MALE', 'STUDENT',
               repeat('𠮷', 1000), 'NO', 'COUNTED', unhex(sha2(concat(?, seq), 256)), unhex(sha2(concat(?, 'r', seq), 256))
        from"""
            + Numbers.between(1, 10000)
            + " where seq <= ?",
        from,
        from,
        from,
        size);
  }

  void killDatabase() throws IOException {
    survey.killDatabase();
  }
}
