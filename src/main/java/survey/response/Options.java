package survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * The codes that each question offers, and those of reasons, in their order, for pages to go
 * through.
 */
@Named
@ApplicationScoped
public class Options {
  public List<Choice> getChoices() {
    return List.of(Choice.values());
  }

  public List<ExclusionReason> getExclusionReasons() {
    return List.of(ExclusionReason.values());
  }

  public List<AgeGroup> getAgeGroups() {
    return List.of(AgeGroup.values());
  }

  public List<Gender> getGenders() {
    return List.of(Gender.values());
  }

  public List<Occupation> getOccupations() {
    return List.of(Occupation.values());
  }
}
