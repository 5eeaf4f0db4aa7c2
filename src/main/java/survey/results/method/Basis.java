package survey.results.method;

/** What a statement rests on. */
public enum Basis {
  /** The wave's publisher states it; for the LIVE wave that is this site. */
  STATED(""),
  /** This site reads it into what was published. */
  INFERRED(".inferred"),
  /** The wave's publisher does not say. */
  NOT_STATED(".notStated");

  private final String ending;

  Basis(String ending) {
    this.ending = ending;
  }

  /** What the keys of its messages end with. */
  String ending() {
    return ending;
  }
}
