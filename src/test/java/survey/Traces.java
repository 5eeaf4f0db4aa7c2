package survey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import survey.results.KnownSurvey;

/**
 * Everything that a survey leaves behind: all values of all columns of all tables, the very files
 * of the database, all logs, and what its processes print.
 */
final class Traces {
  private final Map<String, String> tables = new LinkedHashMap<>();
  private final Map<String, String> databaseFiles = new LinkedHashMap<>();
  private final Map<String, String> logs = new LinkedHashMap<>();

  /** What there is now, of a database and of nodes that use it. */
  static Traces of(KnownSurvey survey, RunningSurvey... nodes) {
    Traces traces = new Traces();
    try (Connection connection = survey.connect()) {
      for (String table : tables(connection)) {
        traces.tables.put(table, content(connection, table));
      }
      traces.databaseFiles.putAll(files(survey.home().resolve("db")));
      traces.logs.putAll(files(survey.home().resolve("log")));
      for (RunningSurvey node : nodes) {
        traces.logs.putAll(files(node.home()));
        traces.logs.put("output of " + node.port(), text(node.output().getBytes(UTF_8)));
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(traces.tables)
        .containsKeys("response", "tally", "audit_entry", "admin_session", "flyway_schema_history");
    assertThat(traces.logs.keySet()).anyMatch(name -> name.endsWith("server.0.log"));
    return traces;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** Bytes are characters here, so that texts and other values are looked through alike. */
  private static String content(Connection connection, String table) throws SQLException {
    StringBuilder content = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          byte[] value = rows.getBytes(i);
          content.append(value == null ? "" : text(value)).append('\n');
        }
      }
    }
    return content.toString();
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      // The server's own unpacked programs know nobody.
      for (Path file :
          all.filter(Files::isRegularFile)
              .filter(file -> !file.toString().matches(".*\\.(jar|class|war|so|jsa)"))
              .toList()) {
        files.put(file.toString(), text(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** That a text is in some table, or was: so that looking for it is known to find something. */
  void assertStored(String text) {
    assertThat(tables.values()).anyMatch(content -> content.contains(bytes(text)));
    assertThat(databaseFiles.values()).anyMatch(content -> content.contains(bytes(text)));
  }

  /** That no table holds a text, whatever free pages of files still do. */
  void assertNotInTables(String text) {
    assertHoldNot(tables, bytes(text));
  }

  /** That no log and no output holds a text. */
  void assertNotLogged(String text) {
    assertHoldNot(logs, bytes(text));
  }

  /** That nothing holds a text, in either case. */
  void assertNowhere(String text) {
    assertHeldNowhere(bytes(text));
    assertHeldNowhere(bytes(text.toLowerCase(Locale.ROOT)));
    assertHeldNowhere(bytes(text.toUpperCase(Locale.ROOT)));
  }

  /** The same of a text's bare digests, which could be found out by trying. */
  void assertNoDigest(String text) {
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      byte[] digest = digest(algorithm, text);
      assertHeldNowhere(text(digest));
      assertHeldNowhere(hex(digest));
    }
  }

  /** The same of an address, in all its spellings and as bytes. */
  void assertNowhere(InetAddress address, String... spellings) {
    for (String spelling :
        Stream.concat(Stream.of(address.getHostAddress()), Stream.of(spellings)).toList()) {
      assertNowhere(spelling);
      assertNoDigest(spelling);
    }
    assertHoldNot(tables, text(address.getAddress()));
    assertHeldNowhere(hex(address.getAddress()));
  }

  private void assertHeldNowhere(String form) {
    assertHoldNot(tables, form);
    assertHoldNot(databaseFiles, form);
    assertHoldNot(logs, form);
  }

  private static void assertHoldNot(Map<String, String> places, String form) {
    assertThat(places.keySet())
        .as("hold " + form)
        .noneMatch(place -> places.get(place).contains(form));
  }

  private static String bytes(String text) {
    return text(text.getBytes(UTF_8));
  }

  private static String hex(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    for (byte b : bytes) {
      digits.append(String.format(Locale.ROOT, "%02x", b));
    }
    return digits.toString();
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
