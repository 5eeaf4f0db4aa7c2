package survey.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What each question's answers cost, round by round, in surveys of several sizes. */
final class Costs {
  /** How much more than with the second size an answer may cost with the third. */
  private static final double MOST = 1.2;

  /** Milliseconds under which the clock's steps say more than the figures. */
  private static final double LEAST = 0.1;

  private final List<Integer> sizes;
  private final Map<Question, List<List<Cost>>> rounds = new EnumMap<>(Question.class);

  /** Of surveys of three sizes, the smallest first. */
  Costs(List<Integer> sizes) {
    this.sizes = sizes;
    for (Question question : Question.values()) {
      rounds.put(question, new ArrayList<>());
    }
  }

  /** A round's costs of a question, one of each size. */
  void add(Question question, List<Cost> costs) {
    rounds.get(question).add(costs);
  }

  /** A table, and below it whether the target is met. */
  String markdown() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| asked | what | %,d | %,d | %,d | %2$,d : %1$,d | %3$,d : %2$,d | ≤ %4$.1f |\n|---|---|--:|--:|--:|--:|--:|---|\n"
            .formatted(sizes.get(0), sizes.get(1), sizes.get(2), MOST));
    List<String> missed = new ArrayList<>();
    for (Question question : Question.values()) {
      String asked =
          "`/" + question.path() + "`" + (question == Question.FIRST_EVENT ? ", first event" : "");
      table.append(row(asked, "time", question, Cost::wall, missed));
      table.append(row("", "CPU", question, Cost::cpu, missed));
      table.append(row("", "CPU of the server", question, Cost::server, null));
      table.append(row("", "CPU of the database", question, Cost::database, null));
    }
    return table
        + (missed.isEmpty()
            ? "\nThe target is met by time and CPU of all of them.\n"
            : "\n**The target is missed** by " + String.join(", ", missed) + ".\n");
  }

  private String row(
      String asked,
      String what,
      Question question,
      ToDoubleFunction<Cost> figure,
      List<String> missed) {
    double ratio = ratio(question, figure, 1, 2);
    boolean tells = figure(question, figure, 1) >= LEAST;
    String verdict = missed == null || !tells ? "" : ratio <= MOST ? "met" : "**missed**";
    if (verdict.equals("**missed**")) {
      missed.add("the %s of `/%s`".formatted(what, question.path()));
    }
    return "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            asked,
            what,
            number(figure(question, figure, 0)) + " ms",
            number(figure(question, figure, 1)) + " ms",
            number(figure(question, figure, 2)) + " ms",
            figure(question, figure, 0) >= LEAST ? number(ratio(question, figure, 0, 1)) : "–",
            tells ? number(ratio) : "–",
            verdict);
  }

  private double figure(Question question, ToDoubleFunction<Cost> figure, int size) {
    return Cost.median(
        rounds.get(question).stream()
            .mapToDouble(costs -> figure.applyAsDouble(costs.get(size)))
            .toArray());
  }

  /** The median of the rounds' ratios: what other work slows down, it slows down for a round. */
  private double ratio(Question question, ToDoubleFunction<Cost> figure, int base, int size) {
    return Cost.median(
        rounds.get(question).stream()
            .mapToDouble(
                costs ->
                    figure.applyAsDouble(costs.get(size)) / figure.applyAsDouble(costs.get(base)))
            .toArray());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
