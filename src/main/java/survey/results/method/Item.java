package survey.results.method;

import java.util.List;
import survey.questionnaire.Wave;

/** What a survey discloses about how it was done, in the card's order. */
public enum Item {
  PURPOSE(false, true),
  STRATEGY(true, false),
  CONDUCTED_BY(true, true),
  POPULATION(true, true),
  SAMPLING(true, true),
  MODE(true, true),
  PERIOD(true, true),
  SAMPLE_SIZE(true, true),
  RESPONSE_RATE(false, true),
  PRECISION(true, false),
  QUESTIONNAIRE(true, true),
  WEIGHTING(true, false),
  QUALITY(true, false),
  LIMITATIONS(true, false);

  private final boolean aapor;
  private final boolean japan;

  Item(boolean aapor, boolean japan) {
    this.aapor = aapor;
    this.japan = japan;
  }

  /** Who asks for it. */
  public List<Standard> standards() {
    if (aapor && japan) {
      return List.of(Standard.AAPOR, Standard.JAPAN);
    }
    return List.of(aapor ? Standard.AAPOR : Standard.JAPAN);
  }

  /** The message of its name. */
  String nameKey() {
    return "method." + name();
  }

  /** The message of what is stated of it for a wave; others add an ending to it. */
  String key(Wave wave) {
    return nameKey() + "." + wave.name();
  }

  /** Whether what is stated of it are figures of the responses, rather than words alone. */
  boolean isFromTheData(Wave wave) {
    return this == SAMPLE_SIZE || (this == PERIOD && wave == Wave.LIVE);
  }
}
