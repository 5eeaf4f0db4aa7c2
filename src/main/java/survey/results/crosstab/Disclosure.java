package survey.results.crosstab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import survey.questionnaire.Choice;

/** Decides what the next snapshot publishes: the package's rules. Pure but for its coin. */
class Disclosure {
  private static final long NEW_RESPONSES = 25;
  private static final long LEAST_EXPLANATIONS = 2;

  private final Floors floors;
  private final BooleanSupplier coin;

  Disclosure(Floors floors, BooleanSupplier coin) {
    this.floors = floors;
    this.coin = coin;
  }

  /**
   * Whether it is time for a trial. Depends on the overall tally alone, which everybody knows.
   *
   * @param triedAt the base at the last trial; 0 before the first one
   */
  boolean isDue(long triedAt, Cells whole) {
    // Two parts cannot both reach the floors before: the first trial would be wasted.
    return Math.abs(whole.n() - triedAt) >= NEW_RESPONSES
        && (triedAt > 0 || floors.twice().areReachedBy(whole));
  }

  /** The blocks of the first snapshot. */
  Map<Node, Cells> first(Node tree, Rows live) {
    Map<Node, Cells> blocks = new LinkedHashMap<>();
    publish(tree, live, parted -> true, blocks);
    return blocks;
  }

  /**
   * The blocks of a later snapshot.
   *
   * @param first the blocks of the first snapshot
   * @param last those of the last one
   * @return nothing if everything stays as it is
   */
  Optional<Map<Node, Cells>> next(Map<Node, Cells> first, Map<Node, Cells> last, Rows live) {
    boolean haveGrown =
        last.entrySet().stream()
            .allMatch(block -> hasGrown(block.getValue(), live.sum(block.getKey())));
    // A block of everybody is no secret, so waiting for it tells nothing.
    if (!haveGrown || (last.size() > 1 && !coin.getAsBoolean())) {
      return Optional.empty();
    }
    Predicate<Node> mayPart = node -> coin.getAsBoolean() && isDeniable(node, first, live);
    Map<Node, Cells> blocks = new LinkedHashMap<>();
    last.keySet().forEach(node -> publish(node, live, mayPart, blocks));
    return Optional.of(blocks);
  }

  /** What is there and what was added both reach the floors. */
  boolean hasGrown(Cells before, Cells now) {
    return floors.areReachedBy(now) && floors.areReachedBy(now.minus(before));
  }

  private void publish(Node node, Rows live, Predicate<Node> mayPart, Map<Node, Cells> blocks) {
    boolean parts =
        node.isParted()
            && node.parts().stream().allMatch(part -> floors.areReachedBy(live.sum(part)))
            && mayPart.test(node);
    if (parts) {
      node.parts().forEach(part -> publish(part, live, mayPart, blocks));
    } else {
      blocks.put(node, live.sum(node));
    }
  }

  /**
   * Whether at least two choices can still be why this node was not parted in the first snapshot,
   * once its parts are known: no coin was thrown then, so that a part was below a floor.
   */
  boolean isDeniable(Node node, Map<Node, Cells> first, Rows live) {
    Cells before = first.get(node);
    if (before == null) {
      return true;
    }
    Cells added = live.sum(node).minus(before);
    return Arrays.stream(Choice.values())
            .filter(
                choice ->
                    node.parts().stream()
                        .map(part -> live.sum(part).of(choice) - added.of(choice))
                        .anyMatch(least -> least < Floors.LEAST_CELL))
            .count()
        >= LEAST_EXPLANATIONS;
  }
}
