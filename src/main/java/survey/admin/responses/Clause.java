package survey.admin.responses;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** A condition of a query and the values of its places, in their order. */
record Clause(String sql, List<Object> values) {
  static final Clause TRUE = of("true");

  static Clause of(String sql, Object... values) {
    return new Clause(sql, List.of(values));
  }

  /** What is so if all of them are. */
  static Clause all(Clause... clauses) {
    return new Clause(
        Stream.of(clauses).map(Clause::sql).collect(joining(" and ")),
        Stream.of(clauses).flatMap(clause -> clause.values().stream()).toList());
  }
}
