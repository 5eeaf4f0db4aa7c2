package survey.admin.moderation;

import java.util.List;
import java.util.Objects;
import survey.questionnaire.AgeBand;
import survey.response.Response;

/**
 * A comment that its respondent agreed to publish, as an admin looks at it.
 *
 * @param response it has a comment
 * @param band the age that is, or would be, shown with it; null for none
 */
public record OfferedComment(Response response, AgeBand band) {

  /** The comment, cut where something looks like personal data. */
  public List<Passage> passages() {
    return Passages.of(response.getComment());
  }

  /** What in it looks like personal data, each kind once; empty if nothing does. */
  public List<Detector> kinds() {
    return passages().stream()
        .map(Passage::detector)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
