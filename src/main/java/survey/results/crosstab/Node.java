package survey.results.crosstab;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Some codes of a demographic that may be published as one block, and how they part: in two, or not
 * at all where there is one code.
 */
record Node(Set<String> codes, List<Node> parts) {
  private static Node leaf(Enum<?> code) {
    return new Node(Set.of(code.name()), List.of());
  }

  static Node pair(Enum<?> one, Enum<?> other) {
    return pair(leaf(one), leaf(other));
  }

  static Node pair(Enum<?> one, Node other) {
    return pair(leaf(one), other);
  }

  static Node pair(Node one, Node other) {
    Set<String> codes = new TreeSet<>(one.codes);
    codes.addAll(other.codes);
    return new Node(codes, List.of(one, other));
  }

  boolean isParted() {
    return !parts.isEmpty();
  }

  /** This node and all below it. */
  Stream<Node> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Node::all));
  }
}
