package survey.results.course;

import java.time.Instant;
import java.util.List;

/**
 * The published course of the LIVE wave.
 *
 * @param asOf when it was read
 * @param periods of ten respondents or more, one after another without gaps; empty while there are
 *     fewer in all
 */
public record Course(Instant asOf, List<Period> periods) {}
