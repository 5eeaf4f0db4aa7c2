package survey.admin.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import survey.RunningSurvey;
import survey.admin.selection.Selection;

/** Files of the survey as it ships, read by another parser and compared with the database. */
class ExportIT {
  private static final ExportedSurvey SURVEY = ExportedSurvey.shared();

  private static final String[] COMMENTS = {
    null,
    "",
    "plain",
    "😀👩‍👩‍👧‍👦🇯🇵",
    "𠮷野家で𩸽",
    "か\u3099 e\u0301",
    "\"quoted\", and, commas\"",
    "two\nlines\n",
    "a\r\nb\rc",
    "\n",
    "=1+1",
    "＝1+1",
    "-",
    "+81",
    "@x",
    "\ttab",
    "'=x",
    "'quoted'",
    " =1",
    "# no comment",
    " spaces ",
    "\uFEFFmark",
    "\\N",
    "NULL",
    "𠮷".repeat(1000)
  };

  /** In the order and with the words of the contract. */
  private static final String EXPECTED =
      """
      select cast(id as char), cast(original_no as char), wave,
             date_format(submitted_at, '%%Y-%%m-%%dT%%H:%%i:%%s.%%fZ'),
             date_format(date_add(submitted_at, interval 9 hour), '%%Y-%%m-%%dT%%H:%%i:%%s.%%f+09:00'),
             cast(stop_business as char), cast(complain as char), cast(forgive_if_apologised as char), cast(not_bothered as char),
             primary_choice, concat('choice.', primary_choice), age_group, concat('age.', age_group),
             gender, concat('gender.', gender), occupation, concat('occupation.', occupation),
             comment, comment_public, status
      from response where status <> 'WITHDRAWN' and %s
      order by original_no is null, original_no, submitted_at, id
      """;

  private static final List<Integer> LABELS = List.of(10, 12, 14, 16);

  @BeforeAll
  static void fill() {
    String[] statuses = {"COUNTED", "FLAGGED", "EXCLUDED", "COUNTED"};
    String[] chosen = {
      "STOP_BUSINESS COMPLAIN", "COMPLAIN", "FORGIVE_IF_APOLOGISED STOP_BUSINESS", "NOT_BOTHERED"
    };
    for (int i = 0; i < COMMENTS.length; i++) {
      // Five to a day; the last moment of one and the first of the next; some at the very same.
      String time = i % 5 == 0 ? "15:00:00" : i % 5 == 4 ? "14:59:59.999999" : "03:04:05.000006";
      SURVEY.add(
          "2020-02-%02d %s".formatted(26 + i / 10, time),
          statuses[i % 4],
          chosen[i % 3 + i % 2],
          COMMENTS[i]);
    }
    SURVEY.tell(
        """
        insert into response (wave, submitted_at, comment_public, status, key_hash, receipt_hash)
        values ('LIVE', '2020-02-27 03:00:00', 'NO', 'WITHDRAWN', unhex(sha2('a', 256)), unhex(sha2('b', 256)))
        """);
    SURVEY.addLong(5500, "2020-02-20 00:00:00");
    SURVEY.tell("delete from tally where wave = 'LIVE'");
    SURVEY.tell(
        """
        insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                           primary_choice, age_group, gender, occupation, n)
        select wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
               primary_choice, age_group, gender, occupation, count(*)
        from response where wave = 'LIVE' and status <> 'WITHDRAWN'
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        """);
  }

  private static List<List<String>> stored(String condition) throws SQLException {
    ResourceBundle labels = ResourceBundle.getBundle("survey.messages", Locale.JAPANESE);
    List<List<String>> rows = SURVEY.ask(EXPECTED.formatted(condition));
    rows.forEach(row -> LABELS.forEach(at -> row.set(at, labels.getString(row.get(at)))));
    return rows;
  }

  private static byte[] download(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = SURVEY.get("admin/" + path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** A file's rows by a parser of another library: an empty text is quoted, what is null is not. */
  private static List<List<String>> parsed(byte[] file) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setNullString("").setQuoteMode(QuoteMode.ALL_NON_NULL).get();
    List<List<String>> rows = new ArrayList<>();
    for (CSVRecord record : format.parse(new StringReader(new String(file, UTF_8)))) {
      rows.add(Arrays.asList(record.values()));
    }
    return rows;
  }

  @Test
  void haveEveryValueAsItIsStored() throws Exception {
    List<List<String>> rows = parsed(download("responses.csv?profile=raw"));
    assertThat(String.join(", ", rows.get(0)))
        .isEqualTo(
            "response_id, original_no, wave, submitted_at_utc, submitted_at_jst, stop_business, complain,"
                + " forgive_if_apologised, not_bothered, primary_choice, primary_choice_label, age_group,"
                + " age_group_label, gender, gender_label, occupation, occupation_label, comment,"
                + " comment_public, status");
    assertThat(rows.subList(1, rows.size())).isEqualTo(stored("true")).hasSizeGreaterThan(5600);
    assertThat(rows.stream().map(row -> row.get(17))).contains(COMMENTS);
    assertThat(rows.get(1).subList(0, 9))
        .containsExactly("1", "1", "ORIGINAL", null, null, "1", null, null, null);
  }

  @Test
  void endEveryRowWithCrLfAndBeginWithoutAMarkWhereTheyAreRaw() throws Exception {
    String file = new String(download("responses.csv?profile=raw&wave=ORIGINAL"), UTF_8);
    assertThat(file).startsWith("response_id,").endsWith("COUNTED\r\n");
    assertThat(file.split("\r\n", -1)).hasSize(102);
  }

  @Test
  void areHarmlessForSpreadsheetsUnlessTheyAreRaw() throws Exception {
    byte[] file = download("responses.csv?wave=LIVE&from=2020-02-26");
    assertThat(new String(file, UTF_8)).startsWith("\uFEFFresponse_id,");
    List<List<String>> rows = parsed(file);
    List<List<String>> stored = stored("submitted_at >= '2020-02-25 15:00:00'");
    stored.forEach(row -> row.set(17, row.get(17) == null ? null : Formulas.defuse(row.get(17))));
    assertThat(rows.subList(1, rows.size())).isEqualTo(stored);
    assertThat(rows.stream().map(row -> row.get(17)))
        .contains("'=1+1", "'＝1+1", "'-", "'+81", "'@x", "'\ttab", "''=x", "'\n", "' =1")
        .contains("'quoted'", "# no comment", " spaces ");
  }

  @Test
  void holdWhatTheirFiltersSelect() throws Exception {
    Map<String, String> waves = filter("wave", "ORIGINAL", "LIVE");
    Map<String, String> choices =
        filter("choice", "STOP_BUSINESS", "COMPLAIN", "FORGIVE_IF_APOLOGISED", "NOT_BOTHERED");
    choices.replaceAll(
        (query, sql) ->
            query.isEmpty() ? "true" : query.substring(7).toLowerCase(Locale.ROOT) + " = 1");
    Map<String, String> statuses = filter("status", "COUNTED", "FLAGGED", "EXCLUDED", "WITHDRAWN");
    Map<String, String> days = new LinkedHashMap<>();
    days.put("", "true");
    days.put("from=2020-02-27", "submitted_at >= '2020-02-26 15:00:00'");
    days.put("to=2020-02-28", "submitted_at < '2020-02-27 15:00:00'");
    days.put(
        "from=2020-02-27&to=2020-02-28",
        "submitted_at >= '2020-02-26 15:00:00' and submitted_at < '2020-02-27 15:00:00'");
    days.put("from=2020-02-27&to=2020-02-27", "false");
    for (var wave : waves.entrySet()) {
      for (var choice : choices.entrySet()) {
        for (var status : statuses.entrySet()) {
          for (var day : days.entrySet()) {
            String query =
                String.join("&", wave.getKey(), choice.getKey(), status.getKey(), day.getKey());
            String condition =
                String.join(
                    " and ",
                    wave.getValue(),
                    choice.getValue(),
                    status.getValue(),
                    day.getValue(),
                    // The longest are in other tests.
                    "(submitted_at is null or submitted_at >= '2020-02-25')");
            List<List<String>> rows = parsed(download("responses.csv?profile=raw&" + query));
            rows.removeIf(row -> row.get(3) != null && row.get(3).startsWith("2020-02-20"));
            assertThat(rows.subList(1, rows.size())).as(query).isEqualTo(stored(condition));
          }
        }
      }
    }
  }

  private static Map<String, String> filter(String name, String... codes) {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("", "true");
    for (String code : codes) {
      conditions.put(name + "=" + code, name + " = '" + code + "'");
    }
    return conditions;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wave=x",
        "from=x",
        "to=2020-02-30",
        "choice=x",
        "status=x",
        "profile=x",
        "download=x",
        "x=1",
        "wave=LIVE&wave=LIVE"
      })
  void areRefusedWithASentenceThatNamesTheParameter(String query) throws Exception {
    String name = query.substring(0, query.indexOf('='));
    for (String path : new String[] {"responses.csv?", "export.zip?"}) {
      HttpResponse<byte[]> answer = SURVEY.get("admin/" + path + query);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(new String(answer.body(), UTF_8)).startsWith(name + "：").endsWith("。\n");
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
      assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
      assertThat(SURVEY.head("admin/" + path + query).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void sayWhatTheyAre() throws Exception {
    String audited = SURVEY.askOne("select count(*) from audit_entry");
    for (String[] file :
        new String[][] {
          {"responses.csv", "text/csv;charset=UTF-8"}, {"export.zip", "application/zip"}
        }) {
      HttpResponse<byte[]> answer = SURVEY.head("admin/" + file[0]);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains(file[1]);
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .matches(
              "attachment; filename=\"survey-responses-\\d{4}-\\d\\d-\\d\\d\\.%s\""
                  .formatted(file[0].substring(file[0].indexOf('.') + 1)));
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
      assertThat(answer.headers().firstValue("Accept-Ranges")).isEmpty();
    }
    assertThat(SURVEY.askOne("select count(*) from audit_entry")).isEqualTo(audited);
  }

  @Test
  void comeInAZipThatExplainsAndProvesThem() throws Exception {
    Instant before = Instant.now();
    Map<String, byte[]> files = unzipped(download("export.zip?from=2020-02-26&profile=raw"));
    assertThat(files.keySet()).containsExactly("responses.csv", "codebook.csv", "manifest.json");
    byte[] csv = files.get("responses.csv");
    assertThat(csv).isEqualTo(download("responses.csv?from=2020-02-26&profile=raw"));

    JsonObject manifest =
        Json.createReader(new ByteArrayInputStream(files.get("manifest.json"))).readObject();
    assertThat(manifest.getInt("rows"))
        .isEqualTo(parsed(csv).size() - 1)
        .isEqualTo(COMMENTS.length);
    assertThat(manifest.getInt("bytes")).isEqualTo(csv.length);
    assertThat(manifest.getString("sha256")).isEqualTo(sha256(csv));
    assertThat(Instant.parse(manifest.getString("asOf")))
        .isBetween(before.minusMillis(1), Instant.now());
    assertThat(manifest.getJsonObject("filter").toString()).isEqualTo("{\"from\":\"2020-02-26\"}");
    assertThat(manifest.getString("profile")).isEqualTo("raw");
    assertThat(manifest.getString("version")).matches("\\d.*").doesNotContain("$");
    assertThat(manifest.getJsonObject("publishedTally").toString())
        .isEqualTo(
            "{\"wave\":\"ORIGINAL\",\"n\":100,\"mentions\":{\"STOP_BUSINESS\":46,\"COMPLAIN\":54,"
                + "\"FORGIVE_IF_APOLOGISED\":23,\"NOT_BOTHERED\":5}}");
    JsonObject codebook = manifest.getJsonArray("files").getJsonObject(1);
    assertThat(codebook.getString("name")).isEqualTo("codebook.csv");
    assertThat(codebook.getString("sha256")).isEqualTo(sha256(files.get("codebook.csv")));
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        files.put(entry.getName(), entries.readAllBytes());
      }
    }
    return files;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void areExplainedColumnByColumnAndCodeByCode() throws Exception {
    Map<String, byte[]> files = unzipped(download("export.zip?profile=raw"));
    List<List<String>> codebook = parsed(files.get("codebook.csv"));
    List<List<String>> rows = parsed(files.get("responses.csv"));
    List<String> columns = rows.get(0);
    assertThat(codebook.stream().map(row -> row.get(0)).distinct()).containsAll(columns);
    for (int i : new int[] {2, 5, 6, 7, 8, 9, 11, 13, 15, 18, 19}) {
      String column = columns.get(i);
      for (String code :
          rows.subList(1, rows.size()).stream().map(row -> row.get(i)).distinct().toList()) {
        assertThat(codebook)
            .as(column + " " + code)
            .anyMatch(
                row ->
                    row.get(0).equals(column)
                        && row.get(1).equals(code == null ? "(empty)" : code));
      }
    }
    assertThat(codebook).allSatisfy(row -> assertThat(row).hasSize(4).doesNotContainNull());
  }

  @Test
  void stayAsTheyWereWhenTheyBegan() throws Exception {
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    ByteArrayOutputStream meanwhile = new ByteArrayOutputStream();
    Query all = Query.of(Map.of());
    try (Snapshot snapshot = new Snapshot(SURVEY.connect(), Instant.now())) {
      CsvFile.write(snapshot, all, before, () -> {});
    }
    String first = SURVEY.askOne("select min(id) from response where status = 'FLAGGED'");
    AtomicLong rows = new AtomicLong();
    try (Snapshot snapshot = new Snapshot(SURVEY.connect(), Instant.now())) {
      CsvFile.write(
          snapshot,
          all,
          meanwhile,
          () -> {
            if (rows.incrementAndGet() == Snapshot.PAGE_SIZE) {
              change(first);
            }
          });
    }
    try (Snapshot snapshot = new Snapshot(SURVEY.connect(), Instant.now())) {
      ByteArrayOutputStream after = new ByteArrayOutputStream();
      CsvFile.write(snapshot, all, after, () -> {});
      assertThat(after.toByteArray())
          .as("what was changed can be seen")
          .isNotEqualTo(before.toByteArray());
    } finally {
      SURVEY.tell("delete from response where comment = 'while it is read'");
      SURVEY.tell(
          "update response set status = 'FLAGGED', comment = ? where id = ?", COMMENTS[1], first);
    }
    assertThat(rows.get()).isGreaterThan(2L * Snapshot.PAGE_SIZE);
    assertThat(meanwhile.toByteArray()).isEqualTo(before.toByteArray());
  }

  private static void change(String flagged) {
    SURVEY.add("2020-02-27 00:00:00", "COUNTED", "COMPLAIN", "while it is read");
    SURVEY.tell(
        "update response set status = 'EXCLUDED', comment = 'corrected' where id = ?", flagged);
  }

  @Test
  void findEachPageInTheIndexWithoutSorting() throws Exception {
    String query =
        Snapshot.page(Selection.ALL)
            .replaceFirst("\\?", "'2020-02-20 00:00:01'")
            .replaceFirst("\\?", "'9999-12-31'")
            .replaceFirst("\\?", "'2020-02-20 00:00:01'")
            .replaceFirst("\\?", "200")
            .replaceFirst("\\?", "2000");
    assertThat(SURVEY.ask("explain " + query).toString())
        .contains("range, response_submitted_at")
        .doesNotContain("filesort");
  }

  @Test
  void tellThePageHowFarTheyAre() throws Exception {
    UUID id = UUID.randomUUID();
    assertThat(SURVEY.get("admin/progress?id=" + id).statusCode()).isEqualTo(404);
    assertThat(SURVEY.get("admin/progress?id=x").statusCode()).isEqualTo(404);
    assertThat(SURVEY.get("admin/progress").statusCode()).isEqualTo(404);

    download("responses.csv?wave=ORIGINAL&download=" + id);

    RunningSurvey.await(
        () -> progress(id).equals("{\"rows\":100,\"state\":\"COMPLETE\"}"), Duration.ofSeconds(10));
    SURVEY.tell("update download set account = 'other' where id = ?", id.toString());
    assertThat(SURVEY.get("admin/progress?id=" + id).statusCode()).isEqualTo(404);
  }

  private static String progress(UUID id) {
    try {
      return new String(SURVEY.get("admin/progress?id=" + id).body(), UTF_8);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void areBrokenWhenTheirNodeTellsNothingMore() throws Exception {
    UUID id = UUID.randomUUID();
    SURVEY.tell(
        """
        insert into download (id, account, started_at, updated_at, row_count, state)
        values (?, 'admin', utc_timestamp(6), utc_timestamp(6) - interval 91 second, 7, 'RUNNING')
        """,
        id.toString());
    assertThat(progress(id)).isEqualTo("{\"rows\":7,\"state\":\"BROKEN\"}");
    SURVEY.tell("update download set updated_at = utc_timestamp(6) where id = ?", id.toString());
    assertThat(progress(id)).isEqualTo("{\"rows\":7,\"state\":\"RUNNING\"}");
    SURVEY.tell(
        "update download set started_at = utc_timestamp(6) - interval 25 hour where id = ?",
        id.toString());
    download("responses.csv?wave=ORIGINAL&download=" + UUID.randomUUID());
    assertThat(SURVEY.get("admin/progress?id=" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void standInTheAuditLogWithTheirFilterAndTheirRows() throws Exception {
    download("export.zip?status=EXCLUDED&choice=COMPLAIN&wave=LIVE");
    String rows =
        SURVEY.askOne(
            "select count(*) from response where status = 'EXCLUDED' and complain = 1 and wave = 'LIVE'");
    RunningSurvey.await(() -> lastAction().equals("DOWNLOAD_COMPLETED"), Duration.ofSeconds(10));
    assertThat(
            SURVEY.ask(
                "select action, account, selection, row_count from audit_entry order by id desc limit 2"))
        .containsExactly(
            Arrays.asList(
                "DOWNLOAD_COMPLETED", "admin", "wave=LIVE&choice=COMPLAIN&status=EXCLUDED", rows),
            Arrays.asList(
                "DOWNLOAD_STARTED", "admin", "wave=LIVE&choice=COMPLAIN&status=EXCLUDED", null));
  }

  private static String lastAction() {
    return SURVEY.askOne("select action from audit_entry order by id desc limit 1");
  }
}
