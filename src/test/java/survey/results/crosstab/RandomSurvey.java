package survey.results.crosstab;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import survey.questionnaire.Choice;

/**
 * Respondents who come, correct and withdraw at random: some codes and choices are rare, some come
 * in bursts. The same for the same seed.
 */
final class RandomSurvey {
  private static final List<Choice> CHOICES = List.of(Choice.values());
  private static final double BURST_STARTS = 0.005;
  private static final double BURST_ENDS = 0.05;

  private record Respondent(String code, Choice choice) {}

  private final Random random;
  private final List<String> codes;
  private final double[] codeWeights;
  private final double[] choiceWeights;
  private final double changes;
  private final List<Respondent> respondents = new ArrayList<>();
  private final Map<String, Cells> cells = new HashMap<>();
  private final Set<Choice> shrunk = EnumSet.noneOf(Choice.class);
  private String burst;

  RandomSurvey(Demographic by, Random random) {
    this.random = random;
    codes = by.codes();
    codeWeights = weights(codes.size(), 2);
    choiceWeights = weights(CHOICES.size(), 1.5);
    changes = random.nextInt(3) == 0 ? 0.1 * random.nextDouble() : 0;
  }

  private double[] weights(int size, double unevenness) {
    // Even ones show much, uneven ones have rare codes and choices.
    double exponent = unevenness * Math.pow(random.nextDouble(), 2);
    return random.doubles(size).map(weight -> Math.pow(weight, exponent)).toArray();
  }

  /** One respondent comes, or corrects, or withdraws or is excluded. */
  void goOn() {
    if (respondents.isEmpty() || random.nextDouble() >= changes) {
      add(new Respondent(code(), choice()));
      return;
    }
    Respondent gone = respondents.remove(random.nextInt(respondents.size()));
    count(gone, -1);
    switch (random.nextInt(3)) {
      case 0 -> shrunk.add(gone.choice());
      // Nobody sees this in the overall tally.
      case 1 -> add(new Respondent(code(), gone.choice()));
      default -> {
        shrunk.add(gone.choice());
        add(new Respondent(gone.code(), choice()));
      }
    }
  }

  private String code() {
    if (random.nextDouble() < (burst == null ? BURST_STARTS : BURST_ENDS)) {
      burst = burst == null ? codes.get(random.nextInt(codes.size())) : null;
    }
    return burst == null ? codes.get(drawn(codeWeights)) : burst;
  }

  private Choice choice() {
    return CHOICES.get(drawn(choiceWeights));
  }

  private int drawn(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double rest = random.nextDouble() * sum;
    int index = 0;
    while (index < weights.length - 1 && rest >= weights[index]) {
      rest -= weights[index++];
    }
    return index;
  }

  private void add(Respondent respondent) {
    respondents.add(respondent);
    count(respondent, 1);
  }

  private void count(Respondent respondent, long one) {
    cells.merge(respondent.code(), new Cells(Map.of(respondent.choice(), one)), Cells::plus);
  }

  Rows rows() {
    return new Rows(Map.copyOf(cells));
  }

  Cells whole() {
    return rows().whole();
  }

  /** Whether a choice's overall tally never went down, as far as one could see. */
  boolean onlyGrew(Choice choice) {
    return !shrunk.contains(choice);
  }
}
