package survey.results;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import survey.questionnaire.Choice;

/** The results as every program gets them, whether it asks once or watches. */
public final class SummaryJson {
  /** Made once: the static factory methods search the class path at every call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String QUESTION =
      ResourceBundle.getBundle("survey.messages", Locale.JAPANESE).getString("question");

  private SummaryJson() {}

  /** The moment, the question and the tally of each wave; on one line as a string. */
  public static JsonObject of(Summary summary) {
    JsonObjectBuilder waves = JSON.createObjectBuilder();
    summary.waves().forEach((wave, tally) -> waves.add(wave.name(), tally(tally)));
    return JSON.createObjectBuilder()
        .add("asOf", summary.asOf().toString())
        .add("question", QUESTION)
        .add("waves", waves)
        .build();
  }

  private static JsonObjectBuilder tally(Tally tally) {
    return JSON.createObjectBuilder()
        .add("n", tally.n())
        .add("excluded", tally.excluded())
        .add("mentions", counts(tally.mentions()))
        .add("primary", counts(tally.primary()));
  }

  private static JsonObjectBuilder counts(Map<Choice, Long> counts) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    counts.forEach((choice, count) -> object.add(choice.name(), count));
    return object;
  }
}
