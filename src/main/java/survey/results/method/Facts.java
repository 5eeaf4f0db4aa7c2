package survey.results.method;

import java.time.LocalDate;
import java.util.Optional;
import survey.results.Summary;

/**
 * What the data say about how the survey was done.
 *
 * @param firstResponse the day in Japan of the LIVE wave's first response; none before that
 * @param lastResponse that of its last one so far
 */
public record Facts(
    Summary summary, Optional<LocalDate> firstResponse, Optional<LocalDate> lastResponse) {}
