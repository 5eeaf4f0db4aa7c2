package survey.launcher;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** The console's share of the log: a line for a warning, no stack trace (the file has it). */
public final class ConsoleLine extends Formatter {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Override
  public String format(LogRecord event) {
    String time = TIME.format(LocalDateTime.ofInstant(event.getInstant(), ZoneId.systemDefault()));
    String cause = event.getThrown() == null ? "" : " (" + event.getThrown() + ")";
    String message = (formatMessage(event) + cause).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    return "%s %s %s: %s%n"
        .formatted(time, event.getLevel().getName(), event.getLoggerName(), message);
  }
}
