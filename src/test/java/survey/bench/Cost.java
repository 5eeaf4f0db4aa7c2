package survey.bench;

import java.io.IOException;
import java.util.Arrays;

/**
 * What one answer costs: the median of the times it took, and the mean of the CPU.
 *
 * @param wall milliseconds until the client has it
 * @param server CPU of the server, in milliseconds
 * @param database CPU of the database, in milliseconds
 */
record Cost(double wall, double server, double database) {
  /** How often a round asks. */
  static final int TIMES = 100;

  /** Asks as often as a round does. */
  static Cost of(Question question, LoadedSurvey survey) throws IOException, InterruptedException {
    double[] walls = new double[TIMES];
    double server = survey.serverMillis();
    double database = survey.databaseMillis();
    for (int i = 0; i < walls.length; i++) {
      long start = System.nanoTime();
      String answer = question.answer(survey);
      walls[i] = (System.nanoTime() - start) / 1e6;
      question.assertIsAnsweredBy(answer, survey);
    }
    return new Cost(
        median(walls),
        (survey.serverMillis() - server) / walls.length,
        (survey.databaseMillis() - database) / walls.length);
  }

  double cpu() {
    return server + database;
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
