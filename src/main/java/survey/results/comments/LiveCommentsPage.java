package survey.results.comments;

import java.util.List;
import java.util.Optional;

/**
 * Some of the published comments of the LIVE wave.
 *
 * @param next where the page after this one begins; none after the last
 */
record LiveCommentsPage(List<LiveComment> comments, Optional<CommentPlace> next) {}
