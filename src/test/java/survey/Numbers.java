package survey;

/** Rows of numbers, for tests that store many responses; MariaDB's sequences are its alone. */
public final class Numbers {
  private Numbers() {}

  /** What to select from for the numbers from the first to the last, as {@code seq}. */
  public static String between(int first, int last) {
    return " (select %d + nth - 1 seq from json_table(concat('[', repeat('0,', %d), '0]'), '$[*]' columns (nth for ordinality)) rows_of_numbers) numbers"
        .formatted(first, last - first);
  }
}
