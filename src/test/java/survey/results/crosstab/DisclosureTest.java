package survey.results.crosstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import survey.questionnaire.Choice;

class DisclosureTest {
  private static final Node TREE = Demographic.GENDER.tree();

  private final Disclosure lucky = new Disclosure(Floors.STANDARD, () -> true);
  private final Disclosure unlucky = new Disclosure(Floors.STANDARD, () -> false);

  @Test
  void makesATrialOnlyAfter25NewResponses() {
    assertThat(lucky.isDue(100, rows(31, 0, 0, 0).whole())).isFalse();
    assertThat(lucky.isDue(99, rows(31, 0, 0, 0).whole())).isTrue();
    assertThat(lucky.isDue(0, rows(6, 0, 0, 0).whole())).isFalse();
  }

  @Test
  void makesATrialAfter25HaveBeenTakenOut() {
    assertThat(lucky.isDue(148, rows(31, 0, 0, 0).whole())).isFalse();
    assertThat(lucky.isDue(149, rows(31, 0, 0, 0).whole())).isTrue();
  }

  @Test
  void doesNotWasteTheFirstTrialOnTooFew() {
    Cells many = rows(20, 0, 0, 0).whole();
    Cells lopsided = many.minus(new Cells(Map.of(Choice.NOT_BOTHERED, 15L)));
    assertThat(lucky.isDue(0, many)).isTrue();
    assertThat(lucky.isDue(0, lopsided)).isFalse();
  }

  @Test
  void partsWhatReachesTheFloorsAndMergesTheRest() {
    assertThat(groups(unlucky.first(TREE, rows(9, 8, 2, 1))))
        .containsExactly(List.of("FEMALE"), List.of("MALE"), List.of("OTHER", "NO_ANSWER"));
    assertThat(groups(unlucky.first(TREE, rows(9, 8, 2, 0))))
        .containsExactly(List.of("FEMALE"), List.of("MALE", "OTHER", "NO_ANSWER"));
  }

  @Test
  void showsNothingWhileAllAreOneBlock() {
    Map<Node, Cells> blocks = unlucky.first(TREE, rows(9, 2, 0, 0));
    assertThat(blocks).containsOnlyKeys(TREE);
    assertThat(snapshot(blocks).groups(Rows.NONE)).hasSize(4).allMatch(Group::isHidden);
  }

  @Test
  void hidesACellOfTwoAndABaseOfNine() {
    Rows two = new Rows(Map.of("FEMALE", cells(9, 9, 9, 2), "MALE", cells(9, 9, 9, 9)));
    assertThat(unlucky.first(TREE, two)).containsOnlyKeys(TREE);
    Rows three = new Rows(Map.of("FEMALE", cells(9, 9, 9, 3), "MALE", cells(9, 9, 9, 9)));
    assertThat(unlucky.first(TREE, three)).doesNotContainKey(TREE);
    assertThat(new Floors(13, 3).areReachedBy(cells(3, 3, 3, 3))).isFalse();
    assertThat(new Floors(12, 3).areReachedBy(cells(3, 3, 3, 3))).isTrue();
  }

  @Test
  void waitsUntilEachBlockHasGrownEnough() {
    Map<Node, Cells> first = unlucky.first(TREE, rows(9, 9, 0, 0));
    assertThat(lucky.next(first, first, rows(11, 30, 0, 0))).isEmpty();
    assertThat(lucky.next(first, first, rows(12, 12, 0, 0))).isPresent();
  }

  @Test
  void waitsForTheCoinOnceSomethingIsShown() {
    Map<Node, Cells> first = unlucky.first(TREE, rows(9, 9, 0, 0));
    assertThat(unlucky.next(first, first, rows(90, 90, 0, 0))).isEmpty();
  }

  @Test
  void partsLaterOnlyOnACoinsThrow() {
    Map<Node, Cells> first = unlucky.first(TREE, rows(9, 2, 0, 0));
    Rows more = rows(20, 20, 0, 0);
    assertThat(unlucky.next(first, first, more).orElseThrow()).containsOnlyKeys(TREE);
    assertThat(groups(lucky.next(first, first, more).orElseThrow()))
        .containsExactly(List.of("FEMALE"), List.of("MALE", "OTHER", "NO_ANSWER"));
  }

  @Test
  void waitsWhereABlockHasShrunk() {
    Map<Node, Cells> first = unlucky.first(TREE, rows(9, 9, 0, 0));
    assertThat(lucky.next(first, first, rows(5, 40, 0, 0))).isEmpty();
  }

  @Test
  void addsTheOriginalToTheSameGroups() {
    Snapshot snapshot = snapshot(unlucky.first(TREE, rows(9, 8, 2, 0)));
    List<Group> all = snapshot.groups(rows(1, 2, 3, 4));
    assertThat(all).extracting(Group::n).containsExactly(40L, 76L);
    assertThat(all.get(1).primary()).containsEntry(Choice.COMPLAIN, 19L);
  }

  @Test
  void publishesOnlyWholeBlocks() {
    Snapshot snapshot = snapshot(unlucky.first(TREE, rows(9, 8, 2, 0)));
    assertThat(snapshot.publishes(Set.of("FEMALE"))).isTrue();
    assertThat(snapshot.publishes(Set.of("MALE"))).isFalse();
    assertThat(snapshot.publishes(Set.of("FEMALE", "MALE"))).isFalse();
    assertThat(snapshot.publishes(Set.of("MALE", "OTHER", "NO_ANSWER"))).isTrue();
    assertThat(snapshot(Map.of(TREE, cells(9, 9, 9, 9))).publishes(TREE.codes())).isFalse();
  }

  @Test
  void neverLowersTheFloors() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Floors(9, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Floors(10, 2));
  }

  private static Snapshot snapshot(Map<Node, Cells> blocks) {
    return new Snapshot(Demographic.GENDER, 1, Instant.EPOCH, blocks);
  }

  private static List<List<String>> groups(Map<Node, Cells> blocks) {
    return snapshot(blocks).groups(Rows.NONE).stream().map(Group::codes).toList();
  }

  /** So many of each choice for each gender in turn. */
  private static Rows rows(long... counts) {
    Map<String, Cells> rows = new HashMap<>();
    for (String code : Demographic.GENDER.codes()) {
      long count = counts[rows.size()];
      rows.put(code, cells(count, count, count, count));
    }
    return new Rows(rows);
  }

  private static Cells cells(long stop, long complain, long forgive, long notBothered) {
    return new Cells(
        Map.of(
            Choice.STOP_BUSINESS, stop,
            Choice.COMPLAIN, complain,
            Choice.FORGIVE_IF_APOLOGISED, forgive,
            Choice.NOT_BOTHERED, notBothered));
  }
}
