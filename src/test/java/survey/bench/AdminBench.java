package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import survey.Admin;

/**
 * What admins' pages cost with few, many and very many responses: one survey after another, asked
 * by one who is signed in. Writes {@code target/bench/admin.md}.
 *
 * <p>System properties: {@code bench.sizes}, numbers of responses with commas between, and {@code
 * bench.rounds}.
 */
class AdminBench {
  private static final List<Integer> SIZES =
      Stream.of(System.getProperty("bench.sizes", "100,100000,5000000").split(",", -1))
          .map(Integer::valueOf)
          .toList();
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

  private final Map<AdminQuestion, List<Cost>> costs = new EnumMap<>(AdminQuestion.class);
  private final Map<AdminQuestion, List<Integer>> pages = new EnumMap<>(AdminQuestion.class);

  @Test
  void isBoundedHoweverManyHaveAnswered() throws Exception {
    String version = "";
    for (int size : SIZES) {
      try (LoadedSurvey survey = new LoadedSurvey(size)) {
        System.out.printf("%,d responses are stored%n", size);
        version = survey.ask("select version()");
        measure(survey);
      }
    }
    Path report = Files.createDirectories(Path.of("target/bench")).resolve("admin.md");
    Files.writeString(report, markdown(version));
    assertThat(report).isNotEmptyFile();
  }

  private void measure(LoadedSurvey survey) {
    Admin admin = Admin.signedIn(survey.address(), Downloader.PASSWORD);
    for (AdminQuestion question : AdminQuestion.values()) {
      List<Cost> rounds = new ArrayList<>();
      int answers = 0;
      for (int round = -question.roundsToWarmUp(); round < question.rounds(ROUNDS); round++) {
        double server = survey.serverMillis();
        double database = survey.databaseMillis();
        double[] walls = new double[question.times()];
        for (int i = 0; i < walls.length; i++) {
          long start = System.nanoTime();
          answers = question.ask(admin, survey);
          walls[i] = (System.nanoTime() - start) / 1e6;
        }
        if (round >= 0) {
          rounds.add(
              new Cost(
                  Cost.median(walls),
                  (survey.serverMillis() - server) / walls.length,
                  (survey.databaseMillis() - database) / walls.length));
        }
      }
      costs.computeIfAbsent(question, any -> new ArrayList<>()).add(median(rounds));
      pages.computeIfAbsent(question, any -> new ArrayList<>()).add(answers);
      System.out.println(question + " " + costs.get(question));
    }
  }

  private static Cost median(List<Cost> rounds) {
    return new Cost(
        Cost.median(rounds.stream().mapToDouble(Cost::wall).toArray()),
        Cost.median(rounds.stream().mapToDouble(Cost::server).toArray()),
        Cost.median(rounds.stream().mapToDouble(Cost::database).toArray()));
  }

  private String markdown(String version) {
    StringBuilder table = new StringBuilder("| asked | what |");
    SIZES.forEach(size -> table.append(" %,d |".formatted(size)));
    table.append("\n|---|---|").append("--:|".repeat(SIZES.size())).append('\n');
    for (AdminQuestion question : AdminQuestion.values()) {
      List<Cost> all = costs.get(question);
      table.append(row(question.title(), "time", all.stream().map(Cost::wall).toList()));
      table.append(row("", "CPU of the server", all.stream().map(Cost::server).toList()));
      table.append(row("", "CPU of the database", all.stream().map(Cost::database).toList()));
      if (question == AdminQuestion.RARE_TEXT_FOUND) {
        table.append("| | answers |");
        pages.get(question).forEach(number -> table.append(" %d |".formatted(number)));
        table.append('\n');
      }
    }
    return """
        ## Admins' pages with %s responses

        One survey after another, each on a MariaDB of its own (%s, 128 MB of buffers), with the responses of `ResultsBench`: one in 50
        has a comment. One admin asks one question after another, in %d rounds after %d to warm up, and the last one once; times
        are medians within a round, CPU is the mean, and the figures are medians of the rounds. Every answer is checked. MariaDB has no full-text index of n-grams: it
        looks at the comments themselves, newest first, and an answer takes at most about two seconds and says how far it has looked.

        %s"""
        .formatted(
            String.join(", ", SIZES.stream().map(size -> "%,d".formatted(size)).toList()),
            version,
            ROUNDS,
            AdminQuestion.ROUNDS_TO_WARM_UP,
            table);
  }

  private static String row(String title, String what, List<Double> figures) {
    StringBuilder row = new StringBuilder("| %s | %s |".formatted(title, what));
    figures.forEach(figure -> row.append(String.format(Locale.ROOT, " %.1f ms |", figure)));
    return row.append('\n').toString();
  }
}
