package survey.response.recount;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of counts that can be made from the rows.
 *
 * @param keys the columns of its key
 * @param numbers the columns that are counts, that of the responses first
 */
record CountedTable(String table, List<String> keys, List<String> numbers) {
  /** The cube: how many share wave, status and every closed answer. */
  static final CountedTable CUBE =
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
  static final CountedTable CLOSED_DAYS =
      new CountedTable(
          "daily_tally",
          List.of("wave", "status", "day", "primary_choice"),
          List.of("n", "stop_business", "complain", "forgive_if_apologised", "not_bothered"));

  /** Reads its key and then its numbers. */
  String select() {
    return "select %s from %s"
        .formatted(Stream.of(keys, numbers).flatMap(List::stream).collect(joining(", ")), table);
  }

  /** Adds to the numbers of a cell that is there; takes the numbers and then the key. */
  String update() {
    return "update %s set %s where %s"
        .formatted(table, sums(), keys.stream().map("%s = ?"::formatted).collect(joining(" and ")));
  }

  /** Makes a cell, or adds to one that somebody has made first; takes key, numbers, numbers. */
  String insert() {
    return "insert into %s (%s, %s) values (%s) on duplicate key update %s"
        .formatted(
            table,
            String.join(", ", keys),
            String.join(", ", numbers),
            Stream.generate(() -> "?").limit(keys.size() + numbers.size()).collect(joining(", ")),
            sums());
  }

  private String sums() {
    return numbers.stream().map(name -> name + " = " + name + " + ?").collect(joining(", "));
  }
}
