package survey.results.crosstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import survey.questionnaire.Choice;

/** The attacker's short cut finds the very ranges that linear programming does. */
class AttackTest {
  private static final int LONGEST = 1500;
  private static final int MOST_SNAPSHOTS = 6;

  /** The overall tally is known at every moment, so between snapshots as well. */
  @ParameterizedTest
  @CsvSource({"GENDER,12", "AGE,3"})
  void findsTheExactRanges(Demographic by, int streams) {
    int compared = 0;
    for (int seed = 0; streams > 0; seed++) {
      List<Map<Set<String>, Cells>> moments = new ArrayList<>();
      List<Integer> momentOfSnapshot = new ArrayList<>();
      Random random = new Random(seed);
      RandomSurvey survey = new RandomSurvey(by, random);
      Publishing publishing =
          new Publishing(by, new Disclosure(Floors.STANDARD, random::nextBoolean));
      for (int i = 1; i < LONGEST && publishing.snapshots().size() < MOST_SNAPSHOTS; i++) {
        survey.goOn();
        Map<Set<String>, Cells> known = new HashMap<>();
        if (publishing.read(survey.rows())) {
          publishing.last().forEach((node, cells) -> known.put(node.codes(), cells));
          momentOfSnapshot.add(moments.size());
          moments.add(known);
        } else if (i % 200 == 0) {
          known.put(by.tree().codes(), survey.whole());
          moments.add(known);
        }
      }
      int parted = publishing.snapshots().isEmpty() ? 0 : publishing.last().size();
      for (Choice choice : Choice.values()) {
        if (parted > 2 && survey.onlyGrew(choice)) {
          compared += compare(by, publishing.snapshots(), choice, moments, momentOfSnapshot);
        }
      }
      streams -= parted > 2 ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static int compare(
      Demographic by,
      List<Map<Node, Cells>> snapshots,
      Choice choice,
      List<Map<Set<String>, Cells>> moments,
      List<Integer> momentOfSnapshot) {
    List<Map<Set<String>, Long>> sums = new ArrayList<>();
    for (Map<Set<String>, Cells> moment : moments) {
      Map<Set<String>, Long> known = new HashMap<>();
      moment.forEach((codes, cells) -> known.put(codes, cells.of(choice)));
      sums.add(known);
    }
    LinearBounds bounds = new LinearBounds(by.codes(), sums);
    Attack attack = new Attack(snapshots, any -> true, 1);
    int compared = 0;
    for (int snapshot = 0; snapshot < snapshots.size(); snapshot++) {
      for (Node node : by.tree().all().toList()) {
        assertThat(attack.range(node, choice, snapshot))
            .isEqualTo(bounds.range(momentOfSnapshot.get(snapshot), node.codes()));
        compared++;
      }
    }
    return compared;
  }
}
