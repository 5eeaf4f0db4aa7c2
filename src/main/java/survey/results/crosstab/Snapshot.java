package survey.results.crosstab;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is published of LIVE by one demographic.
 *
 * @param number from 1 up within the demographic
 * @param takenAt the moment it describes, to the second
 * @param blocks every code in one of them, with the counts of the block as a whole
 */
record Snapshot(Demographic by, int number, Instant takenAt, Map<Node, Cells> blocks) {
  /** Only everybody together, which says nothing about the demographic. */
  private boolean isWhole() {
    return blocks.size() == 1;
  }

  /**
   * The groups to show.
   *
   * @param added what to add to each code
   */
  List<Group> groups(Rows added) {
    if (isWhole()) {
      return hiddenGroups(by);
    }
    Map<Node, Group> groups = new LinkedHashMap<>();
    for (String code : by.codes()) {
      Node node = block(code);
      groups.computeIfAbsent(node, block -> group(block, blocks.get(block).plus(added.sum(block))));
    }
    return List.copyOf(groups.values());
  }

  static List<Group> hiddenGroups(Demographic by) {
    return by.codes().stream().map(Group::hidden).toList();
  }

  private Node block(String code) {
    return blocks.keySet().stream()
        .filter(node -> node.codes().contains(code))
        .findFirst()
        .orElseThrow();
  }

  private Group group(Node node, Cells cells) {
    List<String> codes = by.codes().stream().filter(node.codes()::contains).toList();
    return Group.of(codes, cells);
  }

  /** Whether these codes are a block, or several of them together, none cut through. */
  boolean publishes(Set<String> codes) {
    return !isWhole() && codes.stream().allMatch(code -> codes.containsAll(block(code).codes()));
  }
}
