package survey.response.retention;

import java.time.LocalDate;

/**
 * Comments have been erased that were kept for long enough; part of the transaction that did it.
 *
 * @param count how many, one or more
 * @param lastDay the day in Japan that the last of them may have been sent on
 */
public record CommentsErased(int count, LocalDate lastDay) {}
