package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} says in its table, and what it names as evidence. */
class SecurityDocumentTest {
  /** Levels 1 and 2 of ASVS 5.0.0, by chapter. */
  private static final Map<Integer, Integer> REQUIREMENTS =
      Map.ofEntries(
          Map.entry(1, 27),
          Map.entry(2, 11),
          Map.entry(3, 19),
          Map.entry(4, 10),
          Map.entry(5, 9),
          Map.entry(6, 35),
          Map.entry(7, 18),
          Map.entry(8, 7),
          Map.entry(9, 7),
          Map.entry(10, 29),
          Map.entry(11, 14),
          Map.entry(12, 9),
          Map.entry(13, 13),
          Map.entry(14, 9),
          Map.entry(15, 13),
          Map.entry(16, 16),
          Map.entry(17, 7));

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| (([0-9]+)\\.[0-9]+\\.[0-9]+) \\| [^|]+ \\| (yes|n/a|no) \\| [^|]+ \\|$",
          Pattern.MULTILINE);
  private static final Pattern NAME =
      Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.([a-z]\\w*))?`");
  private static final Pattern TOTALS =
      Pattern.compile("([0-9]+) hold, ([0-9]+) do not apply, ([0-9]+) do not hold");

  @Test
  void judgesEveryRequirementOnce() throws IOException {
    assertThat(
            rows()
                .collect(
                    Collectors.groupingBy(
                        row -> Integer.valueOf(row.group(2)),
                        Collectors.collectingAndThen(Collectors.counting(), Long::intValue))))
        .isEqualTo(REQUIREMENTS);
    assertThat(rows().map(row -> row.group(1))).doesNotHaveDuplicates();
  }

  @Test
  void addsUpWhatItJudges() throws IOException {
    Map<String, Long> results =
        rows().collect(Collectors.groupingBy(row -> row.group(3), Collectors.counting()));
    MatchResult totals = TOTALS.matcher(document()).results().findFirst().orElseThrow();
    assertThat(List.of(totals.group(1), totals.group(2), totals.group(3)))
        .isEqualTo(Stream.of("yes", "n/a", "no").map(key -> results.get(key) + "").toList());
  }

  @Test
  void namesNoEvidenceThatIsNotThere() throws IOException {
    Map<String, String> sources = sources();
    List<MatchResult> names = NAME.matcher(document()).results().toList();
    assertThat(names).hasSizeGreaterThan(100);
    assertThat(names.stream().filter(name -> !isIn(sources, name)).map(MatchResult::group))
        .as("what docs/security.md names and no source has")
        .isEmpty();
  }

  /** A class of that name, and in it such a test if one is named: a call alone is none. */
  private static boolean isIn(Map<String, String> sources, MatchResult name) {
    String source = sources.get(name.group(1));
    return source != null
        && (name.group(2) == null || source.contains(" void " + name.group(2) + "("));
  }

  private static Stream<MatchResult> rows() throws IOException {
    return ROW.matcher(document()).results();
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/security.md"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  SecurityDocumentTest::read,
                  (one, other) -> one));
    }
  }
}
