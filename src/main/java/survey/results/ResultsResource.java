package survey.results;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import survey.questionnaire.Choice;

/** The results for programs: {@code GET /api/results}. */
@Path("results")
public class ResultsResource {
  /** Made once: the static factory methods search the class path at every call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String QUESTION =
      ResourceBundle.getBundle("survey.messages", Locale.JAPANESE).getString("question");

  @Inject Results results;

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
  public JsonObject current() {
    Summary summary = results.summary();
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
