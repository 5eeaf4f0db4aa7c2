package survey.results.crosstab;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import survey.questionnaire.Choice;

/** Plays somebody who wants to know more than is published. */
class AttackerTest {
  private static final int STREAMS = 150;
  private static final int LONGEST = 4000;

  @ParameterizedTest
  @EnumSource
  void pinsNothingDown(Demographic by) {
    long parted = 0;
    long late = 0;
    for (int seed = 0; seed < STREAMS; seed++) {
      Played played = play(by, seed, coin -> new Disclosure(Floors.STANDARD, coin));
      assertThat(played.attack(1).findings()).as("seed %d", seed).isEmpty();
      parted += played.snapshots().stream().filter(blocks -> blocks.size() > 1).count();
      late += played.latePartings();
    }
    assertThat(parted).as("snapshots that show something").isGreaterThan(3 * STREAMS);
    assertThat(late).as("blocks parted later").isGreaterThan(STREAMS);
  }

  @Test
  void wouldPinSomethingDownIfWhatWasAddedWereOfNoAccount() {
    assertThat(
            findings(
                1,
                coin ->
                    new Disclosure(Floors.STANDARD, coin) {
                      @Override
                      boolean hasGrown(Cells before, Cells now) {
                        return Floors.STANDARD.areReachedBy(now);
                      }
                    }))
        .isNotEmpty();
  }

  /**
   * Women are two short of nothing but a third who is not bothered; then they have her, and all
   * else was more than enough even before.
   */
  @Test
  void wouldPinSomethingDownIfOneReasonWereEnoughForTheFirstSnapshot() {
    Rows before = rows(List.of(20L, 20L, 20L, 2L), List.of(20L, 20L, 20L, 6L));
    Rows after = rows(List.of(25L, 25L, 25L, 4L), List.of(25L, 25L, 25L, 7L));
    Disclosure careless =
        new Disclosure(Floors.STANDARD, () -> true) {
          @Override
          boolean isDeniable(Node node, Map<Node, Cells> first, Rows live) {
            return true;
          }
        };

    assertThat(attackOn(careless, before, after)).singleElement().asString().contains("FEMALE");
    assertThat(attackOn(new Disclosure(Floors.STANDARD, () -> true), before, after)).isEmpty();
  }

  private static Rows rows(List<Long> women, List<Long> men) {
    return new Rows(Map.of("FEMALE", cells(women), "MALE", cells(men)));
  }

  private static Cells cells(List<Long> counts) {
    Map<Choice, Long> primary = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      primary.put(choice, counts.get(primary.size()));
    }
    return new Cells(primary);
  }

  private static List<String> attackOn(Disclosure disclosure, Rows before, Rows after) {
    Publishing publishing = new Publishing(Demographic.GENDER, disclosure);
    assertThat(publishing.read(before)).isTrue();
    assertThat(publishing.read(after)).isTrue();
    return new Attack(publishing.snapshots(), choice -> true, 1).findings();
  }

  @Test
  void wouldPinSomethingDownIfNoCoinWereThrown() {
    assertThat(findings(Integer.MAX_VALUE, coin -> new Disclosure(Floors.STANDARD, () -> true)))
        .isNotEmpty();
  }

  /** Rows that are too small are left out; who knows the total knows what they add up to. */
  @Test
  void wouldPinSomethingDownIfSmallRowsWereLeftOut() {
    List<String> findings = new ArrayList<>();
    for (int seed = 0; seed < STREAMS; seed++) {
      RandomSurvey survey = new RandomSurvey(Demographic.AGE, new Random(seed));
      for (int i = 0; i < LONGEST / 2; i++) {
        survey.goOn();
      }
      Map<Boolean, List<Node>> codes =
          Demographic.AGE
              .tree()
              .all()
              .filter(node -> !node.isParted())
              .collect(
                  partitioningBy(node -> Floors.STANDARD.areReachedBy(survey.rows().sum(node))));
      Map<Node, Cells> known = new HashMap<>();
      codes.get(true).forEach(code -> known.put(code, survey.rows().sum(code)));
      Set<String> hidden =
          codes.get(false).stream().flatMap(node -> node.codes().stream()).collect(toSet());
      known.put(new Node(hidden, codes.get(false)), survey.whole().minus(sum(known)));
      findings.addAll(new Attack(List.of(known), survey::onlyGrew, 0).findings());
    }
    assertThat(findings).isNotEmpty();
  }

  private static List<String> findings(int telling, Function<BooleanSupplier, Disclosure> rules) {
    return IntStream.range(0, STREAMS)
        .mapToObj(seed -> play(Demographic.GENDER, seed, rules).attack(telling).findings())
        .filter(findings -> !findings.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Played play(
      Demographic by, int seed, Function<BooleanSupplier, Disclosure> rules) {
    Random random = new Random(seed);
    RandomSurvey survey = new RandomSurvey(by, random);
    Publishing publishing = new Publishing(by, rules.apply(random::nextBoolean));
    int length = random.nextInt(LONGEST);
    for (int i = 0; i < length; i++) {
      survey.goOn();
      if (publishing.read(survey.rows())) {
        assertThat(sum(publishing.last())).isEqualTo(survey.whole());
      }
    }
    return new Played(survey, publishing.snapshots());
  }

  private static Cells sum(Map<Node, Cells> blocks) {
    return blocks.values().stream().reduce(Cells.NONE, Cells::plus);
  }

  private record Played(RandomSurvey survey, List<Map<Node, Cells>> snapshots) {
    Attack attack(int telling) {
      return new Attack(snapshots, survey::onlyGrew, telling);
    }

    long latePartings() {
      return snapshots.isEmpty()
          ? 0
          : snapshots.get(snapshots.size() - 1).size() - snapshots.get(0).size();
    }
  }
}
