package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the results cost with few, many and very many responses: three surveys side by side, asked
 * in turn. Writes {@code target/bench/results.md}.
 *
 * <p>System properties: {@code bench.sizes}, three numbers of responses with commas between, and
 * {@code bench.rounds}.
 */
class ResultsBench {
  private static final List<Integer> SIZES =
      Stream.of(System.getProperty("bench.sizes", "100,100000,5000000").split(",", -1))
          .map(Integer::valueOf)
          .toList();
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
  private static final int ROUNDS_TO_WARM_UP = 2;

  @Test
  void costTheSameHoweverManyHaveAnswered() throws Exception {
    List<LoadedSurvey> surveys = new ArrayList<>();
    try {
      for (int size : SIZES) {
        LoadedSurvey survey = new LoadedSurvey(size);
        surveys.add(survey);
        for (Question question : Question.values()) {
          question.assertIsAnsweredBy(question.answer(survey), survey);
        }
        System.out.printf("%,d responses are stored%n", size);
      }
      ask(surveys, ROUNDS_TO_WARM_UP);
      Costs costs = ask(surveys, ROUNDS);
      Path report = Files.createDirectories(Path.of("target/bench")).resolve("results.md");
      Files.writeString(report, markdown(costs, surveys));
      assertThat(report).isNotEmptyFile();
    } finally {
      surveys.forEach(LoadedSurvey::close);
    }
  }

  private static Costs ask(List<LoadedSurvey> surveys, int rounds)
      throws IOException, InterruptedException {
    Costs costs = new Costs(SIZES);
    for (int round = 0; round < rounds; round++) {
      for (Question question : Question.values()) {
        List<Cost> each = new ArrayList<>();
        for (LoadedSurvey survey : surveys) {
          each.add(Cost.of(question, survey));
        }
        costs.add(question, each);
      }
      System.out.printf("round %d of %d%n", round + 1, rounds);
    }
    return costs;
  }

  private static String markdown(Costs costs, List<LoadedSurvey> surveys) {
    return """
        ## Results with %,d, %,d and %,d responses

        Three surveys side by side, each on a MariaDB of its own (%s), hold this many responses of the last %d days;
        %s are not excluded. From the second size on, every one of the %,d combinations of closed answers is
        there with each of the statuses COUNTED, FLAGGED and EXCLUDED, so both ends fill the same %,d cells of the
        tally. One client asks one question after another, of the three surveys in turn, in %d rounds after
        %d to warm up, %d times each; every answer is checked to hold the right base. Times are medians within a round, CPU is the
        mean; the figures are medians of the rounds, the ratios medians of each round's ratio.

        %s
        Results cost what the filled cells cost. With %,d responses there are at most as many cells, fewer
        published comments and days, and with fewer than 100 that count no comparison of the waves nor, it may be, any
        published cross-tabulation. So they cost less: that ratio has no target. Ratios to less than 0.1 ms say nothing and are left out.
        """
        .formatted(
            SIZES.get(0),
            SIZES.get(1),
            SIZES.get(2),
            surveys.get(0).ask("select version()"),
            Responses.DAYS,
            String.join(
                ", ", surveys.stream().map(survey -> "%,d".formatted(survey.counted())).toList()),
            Responses.COMBINATIONS,
            3 * Responses.COMBINATIONS,
            ROUNDS,
            ROUNDS_TO_WARM_UP,
            Cost.TIMES,
            costs.markdown(),
            SIZES.get(0));
  }
}
