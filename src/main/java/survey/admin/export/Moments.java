package survey.admin.export;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Moments as the database writes them, {@code 2026-11-23 04:05:06.123456} in UTC, and as files do.
 * By hand, since a file has millions of them: Japan has been nine hours ahead all the time, without
 * summer time.
 */
final class Moments {
  /** No response was submitted before. */
  static final String FIRST = "1970-01-01 00:00:00";

  /** All responses were submitted before. */
  static final String LAST = "9999-12-31 00:00:00";

  private static final int HOURS_AHEAD = 9;
  private static final int DATE_LENGTH = "2026-11-23".length();
  private static final int HOUR_END = "2026-11-23 04".length();
  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private String date = "";
  private String nextDate = "";

  /** When a day begins in Japan; something else where there is no day. */
  static String startOf(LocalDate day, String otherwise) {
    return day == null
        ? otherwise
        : LocalDateTime.ofInstant(Selection.startOf(day), ZoneOffset.UTC).format(STORED);
  }

  /** As {@code 2026-11-23T04:05:06.123456Z}. */
  static String utc(String stored) {
    return stored.substring(0, DATE_LENGTH) + 'T' + stored.substring(DATE_LENGTH + 1) + 'Z';
  }

  /** As {@code 2026-11-23T13:05:06.123456+09:00}. */
  String japan(String stored) {
    int hour =
        HOURS_AHEAD
            + (stored.charAt(DATE_LENGTH + 1) - '0') * 10
            + (stored.charAt(DATE_LENGTH + 2) - '0');
    boolean isNextDay = hour >= 24;
    if (isNextDay) {
      hour -= 24;
    }
    return (isNextDay ? dayAfter(stored) : stored.substring(0, DATE_LENGTH))
        + (hour < 10 ? "T0" : "T")
        + hour
        + stored.substring(HOUR_END)
        + "+09:00";
  }

  /** Responses come in their order: the day seldom changes. */
  private String dayAfter(String stored) {
    if (!stored.startsWith(date) || date.isEmpty()) {
      date = stored.substring(0, DATE_LENGTH);
      nextDate = LocalDate.parse(date).plusDays(1).toString();
    }
    return nextDate;
  }
}
