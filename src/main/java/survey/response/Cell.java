package survey.response;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;
import survey.questionnaire.Wave;

/**
 * Where in the cube a response is counted: its wave, status and every closed answer.
 *
 * @param chosen 1 for a choice that was chosen, 0 for one that was not, {@link #NOT_KNOWN}
 */
record Cell(
    Wave wave,
    Status status,
    Map<Choice, Integer> chosen,
    Choice primary,
    AgeGroup ageGroup,
    Gender gender,
    Occupation occupation) {
  /**
   * The code of a choice that is not known to have been chosen or not; nulls in a unique key would
   * not collide.
   */
  static final int NOT_KNOWN = 9;

  /** The cell of a response; those that are withdrawn are in none. */
  static Optional<Cell> of(Response response) {
    if (response.getStatus() == Status.WITHDRAWN) {
      return Optional.empty();
    }
    Map<Choice, Integer> chosen = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      chosen.put(choice, code(response.chose(choice)));
    }
    return Optional.of(
        new Cell(
            response.getWave(),
            response.getStatus(),
            chosen,
            response.getPrimaryChoice(),
            response.getAgeGroup(),
            response.getGender(),
            response.getOccupation()));
  }

  private static int code(Boolean isChosen) {
    return isChosen == null ? NOT_KNOWN : isChosen ? 1 : 0;
  }

  /** The values of its key, in the order of the cube's columns. */
  List<Object> key() {
    return Stream.of(
            Stream.of(wave.name(), status.name()),
            chosen.values().stream(),
            Stream.of(primary.name(), ageGroup.name(), gender.name(), occupation.name()))
        .<Object>flatMap(part -> part)
        .toList();
  }
}
