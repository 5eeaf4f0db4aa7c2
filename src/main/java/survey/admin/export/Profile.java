package survey.admin.export;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** For whom a file is written. */
public enum Profile {
  /** For people: with a byte order mark, and no cell that a program would run as a formula. */
  SPREADSHEET,
  /** For programs: no mark, and every value byte for byte as it is stored. */
  RAW;

  /** As it stands in an address. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A text as it stands in a cell. */
  String cell(String text) {
    return this == SPREADSHEET ? Formulas.defuse(text) : text;
  }

  static Optional<Profile> of(String code) {
    return Stream.of(values()).filter(profile -> profile.code().equals(code)).findFirst();
  }
}
