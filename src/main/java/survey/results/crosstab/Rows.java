package survey.results.crosstab;

import java.util.Collection;
import java.util.Map;

/** The counts of a wave by the codes of one demographic; a code that nobody gave may be missing. */
record Rows(Map<String, Cells> cells) {
  static final Rows NONE = new Rows(Map.of());

  Cells sum(Collection<String> codes) {
    return codes.stream()
        .map(code -> cells.getOrDefault(code, Cells.NONE))
        .reduce(Cells.NONE, Cells::plus);
  }

  Cells sum(Node node) {
    return sum(node.codes());
  }

  Cells whole() {
    return sum(cells.keySet());
  }
}
