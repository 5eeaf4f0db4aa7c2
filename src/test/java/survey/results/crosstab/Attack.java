package survey.results.crosstab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import survey.questionnaire.Choice;

/**
 * Somebody who has seen every public figure of a demographic at every moment and knows the rules.
 * The overall tally between two snapshots adds nothing: any way from one to the next has it.
 */
final class Attack {
  private final List<Map<Node, Cells>> snapshots;
  private final Predicate<Choice> onlyGrew;
  private final int telling;

  /**
   * @param onlyGrew the choices that nobody can have taken back, as far as the overall tally shows
   * @param telling in how many of the first snapshots a block is whole only if it has to be
   */
  Attack(List<Map<Node, Cells>> snapshots, Predicate<Choice> onlyGrew, int telling) {
    this.snapshots = snapshots;
    this.onlyGrew = onlyGrew;
    this.telling = telling;
  }

  /** The hidden cells that are pinned down, a description each. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (int snapshot = 0; snapshot < snapshots.size(); snapshot++) {
      for (Node hidden : hidden(snapshot)) {
        for (Choice choice : Choice.values()) {
          Range range = range(hidden, choice, snapshot);
          if (range.isPinned()) {
            findings.add(describe(snapshot, hidden, choice, range));
          }
        }
      }
      if (snapshot < telling) {
        findings.addAll(findingsFromWholeBlocks(snapshot));
      }
    }
    return findings;
  }

  private static String describe(int snapshot, Node node, Choice choice, Range range) {
    return "snapshot %d: %s of %s is %s".formatted(snapshot, choice, node.codes(), range);
  }

  private List<Node> hidden(int snapshot) {
    return snapshots.get(snapshot).keySet().stream()
        .flatMap(block -> block.all().filter(node -> !node.equals(block)))
        .toList();
  }

  /** Counts only grow: from the next snapshot backwards to this one. */
  Range range(Node node, Choice choice, int snapshot) {
    Map<Node, Cells> blocks = snapshots.get(snapshot);
    Node block =
        blocks.keySet().stream()
            .filter(one -> one.codes().containsAll(node.codes()))
            .findFirst()
            .orElse(null);
    if (block == null || block.equals(node)) {
      long shown = sum(node, choice, blocks);
      return new Range(shown, shown);
    }
    long now = blocks.get(block).of(choice);
    if (!onlyGrew.test(choice) || snapshot + 1 == snapshots.size()) {
      return new Range(0, now);
    }
    Range next = range(node, choice, snapshot + 1);
    long added = sum(block, choice, snapshots.get(snapshot + 1)) - now;
    return new Range(Math.max(0, next.least() - added), Math.min(now, next.most()));
  }

  private static long sum(Node node, Choice choice, Map<Node, Cells> blocks) {
    return blocks.entrySet().stream()
        .filter(block -> node.codes().containsAll(block.getKey().codes()))
        .mapToLong(block -> block.getValue().of(choice))
        .sum();
  }

  /** A block that stayed whole had a part below a floor: what if only one part can have been? */
  private List<String> findingsFromWholeBlocks(int snapshot) {
    List<String> findings = new ArrayList<>();
    for (Node block : snapshots.get(snapshot).keySet()) {
      List<String> reasons =
          block.parts().stream()
              .flatMap(
                  part ->
                      Arrays.stream(Choice.values())
                          .map(choice -> reason(part, choice, snapshot))
                          .filter(reason -> !reason.isEmpty()))
              .toList();
      if (reasons.size() == 1) {
        findings.add(reasons.get(0));
      }
    }
    return findings;
  }

  private String reason(Node part, Choice choice, int snapshot) {
    long least = range(part, choice, snapshot).least();
    long most = Floors.LEAST_CELL - 1;
    return least > most ? "" : describe(snapshot, part, choice, new Range(least, most));
  }
}
