package survey.results.comments;

import java.util.Optional;
import java.util.function.Predicate;
import survey.questionnaire.AgeBand;
import survey.questionnaire.AgeGroup;

/**
 * Which age an approval lets a comment of the LIVE wave show. It is decided once, when the comment
 * is approved, and stored with it: a band that came or went later would tell about those who
 * answered in between.
 */
public final class BandRule {
  private BandRule() {}

  /**
   * The band of an age group, or none: respondents who gave no age have none, and one that the
   * public cross-tabulation could not show is not shown here.
   *
   * @param isPublic whether the band is, at this moment, one that the disclosure rules pass
   */
  public static Optional<AgeBand> shownFor(AgeGroup ageGroup, Predicate<AgeBand> isPublic) {
    return AgeBand.of(ageGroup).filter(isPublic);
  }
}
