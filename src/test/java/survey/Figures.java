package survey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import survey.Malformed.Kind;

/** How many malformed requests of each kind were answered by which status, and which failed. */
final class Figures {
  private final Map<Kind, Map<Integer, Integer>> counts = new EnumMap<>(Kind.class);
  private final List<String> failures = new ArrayList<>();
  private int again;

  synchronized void fail(String failure) {
    failures.add(failure);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  synchronized void add(Kind kind, int status) {
    counts.computeIfAbsent(kind, any -> new TreeMap<>()).merge(status, 1, Integer::sum);
  }

  /** Notes that a form was answered by the receipt that it had been answered by before. */
  synchronized void addAgain() {
    again++;
  }

  synchronized int again() {
    return again;
  }

  synchronized int of(Kind kind, int status) {
    return counts.getOrDefault(kind, Map.of()).getOrDefault(status, 0);
  }

  synchronized int sum() {
    return counts.values().stream().mapToInt(Figures::sum).sum();
  }

  private static int sum(Map<Integer, Integer> statuses) {
    return statuses.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A line for each kind, and one for all. */
  @Override
  public synchronized String toString() {
    StringBuilder table = new StringBuilder();
    Map<Integer, Integer> all = new TreeMap<>();
    counts.forEach(
        (kind, statuses) -> {
          table.append("%-13s %5d %s%n".formatted(kind, sum(statuses), statuses));
          statuses.forEach((status, n) -> all.merge(status, n, Integer::sum));
        });
    return table.append("%-13s %5d %s%n".formatted("all", sum(all), all)).toString();
  }
}
