package survey.admin.dashboard;

import java.time.LocalDate;

/**
 * A day in Japan, or some in a row, and who answered in it.
 *
 * @param to its last day, which may be the first
 * @param isOpen whether it can still change: today, and days that were not rolled up yet
 */
public record Day(LocalDate from, LocalDate to, Counts counts, boolean isOpen) {}
