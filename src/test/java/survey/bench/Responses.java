package survey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Responses of the LIVE wave, one as long after another over the last days that are over. Each
 * round of 5,148 has every combination of closed answers once; of 19 rounds, one finds a
 * combination flagged and one finds it excluded. One in 50 has a comment, every other of these is
 * published.
 */
final class Responses {
  /** How many days they are of, up to yesterday in Japan. */
  static final int DAYS = 60;

  /** All combinations of closed answers: choices with the primary one, age, gender, occupation. */
  static final int COMBINATIONS = 13 * 9 * 4 * 11;

  /** From how many on each combination is there with each status. */
  static final int ALL_CELLS = 19 * COMBINATIONS;

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int BATCH = 500_000;

  private final Connection connection;

  Responses(Connection connection) {
    this.connection = connection;
  }

  /** Stores this many where none are yet, and counts them in the tally. */
  void store(int size) throws SQLException {
    Instant start = LocalDate.now(JAPAN).minusDays(DAYS).atStartOfDay(JAPAN).toInstant();
    long step = Duration.of(DAYS, ChronoUnit.DAYS).toNanos() / 1000 / size;
    for (int from = 0; from < size; from += BATCH) {
      insert(from, Math.min(BATCH, size - from), start, step);
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                             primary_choice, age_group, gender, occupation, n)
          select wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                 primary_choice, age_group, gender, occupation, count(*)
          from response
          where wave = 'LIVE'
          group by wave, status, stop_business, complain, forgive_if_apologised, not_bothered,
                   primary_choice, age_group, gender, occupation
          """);
      statement.execute("analyze table response, tally");
    }
    assertAreCounted(size);
  }

  /** Hashes in their order: indexes that are filled in order stay small and quick. */
  private void insert(int from, int size, Instant start, long step) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into response (wave, submitted_at, stop_business, complain, forgive_if_apologised, not_bothered,
                                  primary_choice, age_group, gender, occupation,
                                  comment, comment_public, comment_band, status, key_hash, receipt_hash)
            select 'LIVE', date_add(?, interval number * ? microsecond),
                   favourite = 0 or (favourite = 1 and also & 1) or (favourite = 2 and also & 1),
                   favourite = 1 or (favourite = 0 and also & 1) or (favourite = 2 and also & 2),
                   favourite = 2 or (favourite = 0 and also & 2) or (favourite = 1 and also & 2),
                   favourite = 3,
                   elt(favourite + 1, 'STOP_BUSINESS', 'COMPLAIN', 'FORGIVE_IF_APOLOGISED', 'NOT_BOTHERED'),
                   elt(age + 1, 'AGE_10S', 'AGE_20S', 'AGE_30S', 'AGE_40S', 'AGE_50S', 'AGE_60S', 'AGE_70S',
                       'AGE_80_PLUS', 'NO_ANSWER'),
                   elt(gender + 1, 'FEMALE', 'MALE', 'OTHER', 'NO_ANSWER'),
                   elt(occupation + 1, 'COMPANY_EMPLOYEE', 'PUBLIC_SERVANT', 'SELF_EMPLOYED', 'FREELANCE',
                       'CONTRACT_OR_TEMPORARY', 'PART_TIME', 'HOMEMAKER', 'STUDENT', 'NOT_EMPLOYED', 'OTHER',
                       'NO_ANSWER'),
                   case when number % 50 = 0 then concat('漏れた情報と原因を、すぐに説明してほしいと思います。', number) end,
                   case number % 100 when 0 then 'APPROVED' when 50 then 'REQUESTED' else 'NO' end,
                   case when number % 100 = 0 and age in (2, 3) then 'BAND_30S_40S' end,
                   case (number div 5148 + cell) % 19 when 7 then 'FLAGGED' when 13 then 'EXCLUDED' else 'COUNTED' end,
                   unhex(lpad(hex(number + 1), 64, '0')), unhex(concat('01', lpad(hex(number + 1), 62, '0')))
            from (select number, cell, cell % 13 div 4 favourite, cell % 13 % 4 also, cell div 13 % 9 age,
                         cell div 117 % 4 gender, cell div 468 % 11 occupation
                  from (select number, number * 1009 % 5148 cell
                        from (select ? + seq number from seq_0_to_499999 limit ?) numbers) cells) parts
            order by number
            """)) {
      insert.setTimestamp(1, Timestamp.from(start));
      insert.setLong(2, step);
      insert.setInt(3, from);
      insert.setInt(4, size);
      insert.executeUpdate();
    }
  }

  /** The cube, made from the rows, counts them all and has the cells that it is to have. */
  private void assertAreCounted(int size) throws SQLException {
    assertThat(count("select count(*) from response where wave = 'LIVE'")).isEqualTo(size);
    assertThat(count("select sum(n) from tally where wave = 'LIVE'")).isEqualTo(size);
    long cells = count("select count(*) from tally where wave = 'LIVE'");
    if (size >= ALL_CELLS) {
      assertThat(cells).as("combinations by status").isEqualTo(3 * COMBINATIONS);
    } else {
      assertThat(cells).as("combinations by status").isLessThanOrEqualTo(size);
    }
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
