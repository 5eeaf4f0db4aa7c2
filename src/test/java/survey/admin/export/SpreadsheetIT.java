package survey.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import survey.Respondent;
import survey.results.KnownSurvey;

/**
 * Downloads as those open them who work with them: in a spreadsheet program and in Python. The
 * comments were sent by the form, as strangers would.
 */
class SpreadsheetIT {
  private static final KnownSurvey SURVEY = KnownSurvey.shared();

  /** What a spreadsheet would run; gets an apostrophe. */
  private static final List<String> RUN =
      List.of(
          "=1+1",
          "＝1+1",
          "+1+1",
          "＋1",
          "-1+1",
          "－1",
          "-",
          "@SUM(1;1)",
          "＠SUM(1)",
          "\t=1+1",
          "\n=1+1",
          "  =1+1",
          "　＝1+1",
          "'=1+1",
          "=HYPERLINK(\"https://survey.example/?\"&A1;\"回答\")",
          "=cmd|' /C calc'!A0");

  private static final List<String> HARMLESS =
      List.of(
          "説明がほしい",
          "絵文字😀と👨‍👩‍👧、異体字の葛󠄀、第3水準の𠮷と𩸽",
          "「はい」と\"いいえ\"、'どちらでも'",
          "\"",
          "\"=1+1\"",
          "'",
          "一行目\n二行目\n\n四行目\n",
          "a\tb\tc",
          "はい\t=1+1\tいいえ",
          "はい;=1+1;いいえ",
          ";",
          ",,,",
          "  前後の空白  ",
          "1 + 1 = 2",
          "NULL",
          "𠮷".repeat(1000));

  /** Reads with the csv module; and with pandas, where it is installed, that it reads the same. */
  private static final String PYTHON =
      """
      import csv, importlib.util, json, sys
      path, encoding = sys.argv[1:]
      with open(path, encoding=encoding, newline="") as file:
          rows = list(csv.reader(file, strict=True))
      if importlib.util.find_spec("pandas"):
          import pandas
          table = pandas.read_csv(path, encoding=encoding, dtype=str, keep_default_na=False, header=None)
          assert table.values.tolist() == rows, "pandas reads otherwise"
          print("pandas reads the same", file=sys.stderr)
      else:
          print("pandas is not installed, so it was not tried", file=sys.stderr)
      print(json.dumps(rows))
      """;

  @TempDir private static Path folder;
  private static Path forSpreadsheets;
  private static Path raw;
  private static List<List<Sheet.Cell>> sheet;

  @BeforeAll
  static void download() throws Exception {
    for (List<String> comments : List.of(RUN, HARMLESS)) {
      for (String comment : comments) {
        assertThat(
                Respondent.complaining(SURVEY.address())
                    .with("comment", comment)
                    .send()
                    .statusCode())
            .isEqualTo(303);
      }
    }
    forSpreadsheets = SURVEY.download("admin/responses.csv", folder.resolve("responses.csv"));
    raw = SURVEY.download("admin/responses.csv?profile=raw", folder.resolve("raw.csv"));
    sheet = Sheet.open(forSpreadsheets);
  }

  private static List<List<String>> python(Path csv, String encoding)
      throws IOException, InterruptedException {
    String json = Program.run(folder, List.of("python3", "-c", PYTHON, csv.toString(), encoding));
    return Json.createReader(new StringReader(json)).readArray().stream()
        .map(JsonArray.class::cast)
        .map(row -> row.getValuesAs(JsonString::getString))
        .toList();
  }

  /** A column's cells by the response's id, without the first row, which names the columns. */
  private static Map<Long, String> comments(List<List<String>> rows) {
    int comment = rows.get(0).indexOf("comment");
    assertThat(comment).isPositive();
    Map<Long, String> comments = new TreeMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      comments.put(Long.valueOf(row.get(0)), row.get(comment));
    }
    assertThat(comments).hasSize(rows.size() - 1).hasSizeGreaterThan(RUN.size() + HARMLESS.size());
    return comments;
  }

  /** What the database has of these responses; nothing where there is no comment. */
  private static Map<Long, String> stored(Iterable<Long> ids) {
    Map<Long, String> stored = new TreeMap<>();
    for (Long id : ids) {
      stored.put(id, SURVEY.ask("select coalesce(comment, '') from response where id = " + id));
    }
    assertThat(stored.values()).containsAll(RUN).containsAll(HARMLESS);
    return stored;
  }

  private static List<List<String>> texts(List<List<Sheet.Cell>> rows) {
    return rows.stream().map(row -> row.stream().map(Sheet.Cell::text).toList()).toList();
  }

  @Test
  void everyCellOpensInASpreadsheetAsItStandsInTheFile() throws Exception {
    assertThat(texts(sheet)).isEqualTo(python(forSpreadsheets, "utf-8-sig"));
    assertThat(sheet).allSatisfy(row -> assertThat(row).noneMatch(Sheet.Cell::isFormula));
  }

  @Test
  void numbersOpenAsNumbersAndCommentsAsTexts() {
    List<String> names = texts(sheet).get(0);
    for (List<Sheet.Cell> row : sheet.subList(1, sheet.size())) {
      assertThat(row.get(names.indexOf("response_id")).isNumber()).isTrue();
      assertThat(row.get(names.indexOf("primary_choice_label")).isNumber()).isFalse();
      assertThat(row.get(names.indexOf("comment")).isNumber()).isFalse();
    }
  }

  @Test
  void commentsOpenAsTheyAreStoredWithAnApostropheBeforeWhatWouldRun() {
    Map<Long, String> opened = comments(texts(sheet));

    Map<Long, String> expected = stored(opened.keySet());
    expected.replaceAll((id, comment) -> RUN.contains(comment) ? "'" + comment : comment);
    assertThat(opened).isEqualTo(expected);
  }

  /** Such as the page says: a spreadsheet takes them for what they look like. */
  @Test
  void commentsLikeNumbersNeverRunAndAreInTheFileAsTheyAreStored() throws Exception {
    List<String> alike = List.of("0012", "1/2", "1:30", "1e5", "１２３", "TRUE");
    for (String comment : alike) {
      assertThat(
              Respondent.complaining(SURVEY.address()).with("comment", comment).send().statusCode())
          .isEqualTo(303);
    }
    Path csv = SURVEY.download("admin/responses.csv", folder.resolve("alike.csv"));

    assertThat(comments(python(csv, "utf-8-sig")).values()).containsAll(alike);
    assertThat(Sheet.open(csv)).allSatisfy(row -> assertThat(row).noneMatch(Sheet.Cell::isFormula));
  }

  /** So the tests above would find a formula; and this profile is not for such programs. */
  @Test
  void aSpreadsheetRunsWhatIsInTheRawFile() throws Exception {
    List<Sheet.Cell> formulas = new ArrayList<>();
    for (List<Sheet.Cell> row : Sheet.openAtCommas(raw)) {
      row.stream().filter(Sheet.Cell::isFormula).forEach(formulas::add);
    }

    assertThat(formulas).extracting(Sheet.Cell::text).contains("2");
  }

  @Test
  void pythonReadsTheRawFileAsTheCommentsAreStored() throws Exception {
    Map<Long, String> read = comments(python(raw, "utf-8"));

    assertThat(read).isEqualTo(stored(read.keySet()));
  }

  @Test
  void bothFilesDifferInNothingButApostrophes() throws Exception {
    List<List<String>> expected = new ArrayList<>();
    for (List<String> row : python(raw, "utf-8")) {
      expected.add(row.stream().map(cell -> RUN.contains(cell) ? "'" + cell : cell).toList());
    }

    assertThat(python(forSpreadsheets, "utf-8-sig")).isEqualTo(expected);
  }
}
