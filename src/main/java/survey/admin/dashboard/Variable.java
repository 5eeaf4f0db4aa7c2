package survey.admin.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/** What a cross-tabulation can have as its rows or columns. */
public enum Variable {
  CHOICE("primary_choice", Choice.class),
  AGE("age_group", AgeGroup.class),
  GENDER("gender", Gender.class),
  OCCUPATION("occupation", Occupation.class);

  private final String column;
  private final Class<? extends Enum<?>> type;

  Variable(String column, Class<? extends Enum<?>> type) {
    this.column = column;
    this.type = type;
  }

  /** Its name in an address, and the first part of its codes' message keys. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The variable that an address names; none if there is no such variable. */
  static Optional<Variable> of(String parameter) {
    return Stream.of(values())
        .filter(variable -> variable.parameter().equals(parameter))
        .findFirst();
  }

  /** Its codes, in the form's order. */
  public List<String> codes() {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }

  /** The key of a code's label. */
  public String label(String code) {
    return parameter() + "." + code;
  }

  /** Its column in the cube. */
  String column() {
    return column;
  }
}
