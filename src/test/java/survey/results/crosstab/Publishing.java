package survey.results.crosstab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a survey has published, read after every response. */
final class Publishing {
  private final Demographic by;
  private final Disclosure disclosure;
  private final List<Map<Node, Cells>> snapshots = new ArrayList<>();
  private long triedAt;

  Publishing(Demographic by, Disclosure disclosure) {
    this.by = by;
    this.disclosure = disclosure;
  }

  /** Whether that made a new snapshot. */
  boolean read(Rows live) {
    int before = snapshots.size();
    Cells whole = live.whole();
    if (disclosure.isDue(triedAt, whole)) {
      triedAt = whole.n();
      if (snapshots.isEmpty()) {
        snapshots.add(disclosure.first(by.tree(), live));
      } else {
        disclosure.next(snapshots.get(0), last(), live).ifPresent(snapshots::add);
      }
    }
    return snapshots.size() > before;
  }

  Map<Node, Cells> last() {
    return snapshots.get(snapshots.size() - 1);
  }

  List<Map<Node, Cells>> snapshots() {
    return snapshots;
  }
}
