package survey.response;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of counts that can be made from the rows.
 *
 * @param keys the columns of its key
 * @param numbers the columns that are counts, that of the responses first
 */
public record CountedTable(String table, List<String> keys, List<String> numbers) {
  /** The cube: how many share wave, status and every closed answer. */
  public static final CountedTable CUBE =
      new CountedTable(
          "tally",
          List.of(
              "wave",
              "status",
              "stop_business",
              "complain",
              "forgive_if_apologised",
              "not_bothered",
              "primary_choice",
              "age_group",
              "gender",
              "occupation"),
          List.of("n"));

  /** The days that are closed: how many there are, and how many of these chose each choice. */
  public static final CountedTable CLOSED_DAYS =
      new CountedTable(
          "daily_tally",
          List.of("wave", "status", "day", "primary_choice"),
          List.of("n", "stop_business", "complain", "forgive_if_apologised", "not_bothered"));

  /** Reads its key and then its numbers. */
  public String select() {
    return "select %s from %s"
        .formatted(all(keys, numbers).map(String.class::cast).collect(joining(", ")), table);
  }

  /**
   * Adds to the numbers of a cell that is there.
   *
   * @param more negative where there are to be fewer
   * @return whether it is there
   */
  public boolean add(EntityManager entityManager, List<?> key, List<? extends Number> more) {
    String statement =
        "update %s set %s where %s"
            .formatted(
                table, sums(), keys.stream().map("%s = ?"::formatted).collect(joining(" and ")));
    return query(entityManager, statement, all(more, key)).executeUpdate() == 1;
  }

  /** Adds to the numbers of a cell, which is made if nobody has made it yet. */
  public void addOrMake(EntityManager entityManager, List<?> key, List<? extends Number> more) {
    String statement =
        "insert into %s (%s, %s) values (%s) on duplicate key update %s"
            .formatted(
                table,
                String.join(", ", keys),
                String.join(", ", numbers),
                Stream.generate(() -> "?")
                    .limit(keys.size() + numbers.size())
                    .collect(joining(", ")),
                sums());
    query(entityManager, statement, all(key, more, more)).executeUpdate();
  }

  private String sums() {
    return numbers.stream().map(name -> name + " = " + name + " + ?").collect(joining(", "));
  }

  private static Query query(EntityManager entityManager, String statement, Stream<?> values) {
    Query query = entityManager.createNativeQuery(statement);
    List<?> inOrder = values.toList();
    for (int i = 0; i < inOrder.size(); i++) {
      query.setParameter(i + 1, inOrder.get(i));
    }
    return query;
  }

  private static Stream<?> all(List<?>... parts) {
    return Stream.of(parts).flatMap(List::stream);
  }
}
