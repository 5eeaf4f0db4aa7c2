package survey.questionnaire;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Age as broadly as a published comment may show it. Respondents who gave no age are in none. */
public enum AgeBand {
  BAND_10S_20S,
  BAND_30S_40S,
  BAND_50S_PLUS;

  /** The band of an age group; none for {@link AgeGroup#NO_ANSWER}. */
  public static Optional<AgeBand> of(AgeGroup ageGroup) {
    return switch (ageGroup) {
      case AGE_10S, AGE_20S -> Optional.of(BAND_10S_20S);
      case AGE_30S, AGE_40S -> Optional.of(BAND_30S_40S);
      case AGE_50S, AGE_60S, AGE_70S, AGE_80_PLUS -> Optional.of(BAND_50S_PLUS);
      case NO_ANSWER -> Optional.empty();
    };
  }

  /** The age groups that it joins, in their order. */
  public Set<AgeGroup> ageGroups() {
    Set<AgeGroup> joined = EnumSet.noneOf(AgeGroup.class);
    for (AgeGroup ageGroup : AgeGroup.values()) {
      if (of(ageGroup).filter(this::equals).isPresent()) {
        joined.add(ageGroup);
      }
    }
    return joined;
  }
}
