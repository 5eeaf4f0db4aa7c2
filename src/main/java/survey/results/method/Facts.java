package survey.results.method;

import java.time.Instant;
import java.util.Optional;
import survey.results.Summary;

/**
 * What the data say about how the survey was done.
 *
 * @param firstResponse when the first response of the LIVE wave was stored; none before that
 * @param lastResponse when its last one so far was
 */
public record Facts(
    Summary summary, Optional<Instant> firstResponse, Optional<Instant> lastResponse) {}
