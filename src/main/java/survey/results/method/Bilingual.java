package survey.results.method;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts in both languages, as the card's JSON gives them. */
final class Bilingual {
  static final ResourceBundle JAPANESE =
      ResourceBundle.getBundle("survey.messages", Locale.JAPANESE);
  static final ResourceBundle ENGLISH = ResourceBundle.getBundle("survey.messages", Locale.ENGLISH);

  private static final JsonProvider JSON = JsonProvider.provider();

  private Bilingual() {}

  /** A message's text, to which more may be added. */
  static JsonObjectBuilder message(String key) {
    return text(JAPANESE.getString(key), ENGLISH.getString(key));
  }

  /** A text, null in both languages where there is none. */
  static JsonObjectBuilder text(String japanese, String english) {
    JsonObjectBuilder text = JSON.createObjectBuilder();
    return japanese.isEmpty()
        ? text.addNull("ja").addNull("en")
        : text.add("ja", japanese).add("en", english);
  }

  /** Texts that stand in the same order in both languages. */
  static JsonArrayBuilder texts(List<String> japanese, List<String> english) {
    JsonArrayBuilder texts = JSON.createArrayBuilder();
    for (int i = 0; i < japanese.size(); i++) {
      texts.add(text(japanese.get(i), english.get(i)));
    }
    return texts;
  }
}
