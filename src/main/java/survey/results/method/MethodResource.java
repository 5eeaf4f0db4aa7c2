package survey.results.method;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import survey.questionnaire.Wave;
import survey.results.Tally;

/**
 * The method card for programs: {@code GET /api/method}. Texts are {@code {"ja": …, "en": …}}.
 *
 * <ul>
 *   <li>{@code asOf}: when the figures were read, in UTC.
 *   <li>{@code question}: the one question, the same in both waves.
 *   <li>{@code choices}: {@code code}, text, and by wave whether it is {@code exclusive} (null: not
 *       stated).
 *   <li>{@code questions}: this survey's form: {@code field}, text, {@code hints}, {@code codes}.
 *   <li>{@code items}: {@code code}, name and who asks for it ({@code standards}).
 *   <li>{@code waves}: for each, {@code n} and {@code excluded} responses; the {@code
 *       firstResponse}'s and {@code lastResponse}'s day in Japan (null: none yet, or not stated);
 *       {@code responseRate} (always null: not stated, or not to be computed); {@code items}: for
 *       each code a list of statements with {@code stated}: true, {@code "inferred"} by this site,
 *       or false: the text then names what is not stated, and is null where that is everything.
 *   <li>{@code differences}: how the waves differ, in texts.
 * </ul>
 */
@Path("method")
public class MethodResource {
  /** Made once: the static factory methods search the class path at every call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Method method;

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
  public JsonObject current() {
    Facts facts = method.facts();
    Card japanese = method.card(Bilingual.JAPANESE, Optional.of(facts));
    Card english = method.card(Bilingual.ENGLISH, Optional.of(facts));
    JsonObjectBuilder waves = JSON.createObjectBuilder();
    for (Wave wave : Wave.values()) {
      waves.add(wave.name(), wave(wave, facts).add("items", statements(wave, japanese, english)));
    }
    return JSON.createObjectBuilder()
        .add("asOf", facts.summary().asOf().toString())
        .add("question", Bilingual.message("question"))
        .add("choices", Questionnaire.choices())
        .add("questions", Questionnaire.questions())
        .add("items", items(japanese, english))
        .add("waves", waves)
        .add("differences", Bilingual.texts(japanese.differences(), english.differences()))
        .build();
  }

  private static JsonArrayBuilder items(Card japanese, Card english) {
    JsonArrayBuilder items = JSON.createArrayBuilder();
    for (Item item : Item.values()) {
      JsonArrayBuilder standards = JSON.createArrayBuilder();
      item.standards().forEach(standard -> standards.add(standard.name()));
      items.add(
          Bilingual.text(japanese.name(item), english.name(item))
              .add("code", item.name())
              .add("standards", standards));
    }
    return items;
  }

  private static JsonObjectBuilder wave(Wave wave, Facts facts) {
    Tally tally = facts.summary().waves().get(wave);
    boolean live = wave == Wave.LIVE;
    return JSON.createObjectBuilder()
        .add("n", tally.n())
        .add("excluded", tally.excluded())
        .add("firstResponse", day(facts.firstResponse().filter(known -> live)))
        .add("lastResponse", day(facts.lastResponse().filter(known -> live)))
        .addNull("responseRate");
  }

  private static JsonValue day(Optional<LocalDate> day) {
    return day.<JsonValue>map(known -> JSON.createValue(known.toString())).orElse(JsonValue.NULL);
  }

  private static JsonObjectBuilder statements(Wave wave, Card japanese, Card english) {
    JsonObjectBuilder items = JSON.createObjectBuilder();
    for (Item item : Item.values()) {
      List<Statement> inJapanese = japanese.statements(item, wave);
      List<Statement> inEnglish = english.statements(item, wave);
      JsonArrayBuilder statements = JSON.createArrayBuilder();
      for (int i = 0; i < inJapanese.size(); i++) {
        statements.add(
            Bilingual.text(inJapanese.get(i).text(), inEnglish.get(i).text())
                .add("stated", stated(inJapanese.get(i).basis())));
      }
      items.add(item.name(), statements);
    }
    return items;
  }

  private static JsonValue stated(Basis basis) {
    return switch (basis) {
      case STATED -> JsonValue.TRUE;
      case INFERRED -> JSON.createValue("inferred");
      case NOT_STATED -> JsonValue.FALSE;
    };
  }
}
