package survey.results.crosstab;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/** What the primary choice is cross-tabulated by. */
public enum Demographic {
  AGE("age_group", AgeGroup.class),
  GENDER("gender", Gender.class),
  OCCUPATION("occupation", Occupation.class);

  private final String column;
  private final Class<? extends Enum<?>> type;

  Demographic(String column, Class<? extends Enum<?>> type) {
    this.column = column;
    this.type = type;
  }

  /** Its name in addresses and in JSON. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its codes, in the form's order. */
  public List<String> codes() {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }

  /** Its column in the cube. */
  String column() {
    return column;
  }

  /** All its codes, and how they part. */
  Node tree() {
    return switch (this) {
      case AGE -> Trees.AGE;
      case GENDER -> Trees.GENDER;
      case OCCUPATION -> Trees.OCCUPATION;
    };
  }

  /** A node's name in the database: its codes. */
  String name(Node node) {
    return codes().stream().filter(node.codes()::contains).collect(joining(" "));
  }

  /** The node of this name. */
  Node node(String name) {
    return tree().all().filter(node -> name(node).equals(name)).findFirst().orElseThrow();
  }
}
