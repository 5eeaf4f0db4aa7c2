package survey.results.method;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;

/** The questionnaire in the card's JSON. */
final class Questionnaire {
  private static final JsonProvider JSON = JsonProvider.provider();

  private Questionnaire() {}

  static JsonArrayBuilder choices() {
    JsonArrayBuilder choices = JSON.createArrayBuilder();
    for (Choice choice : Choice.values()) {
      choices.add(
          Bilingual.message("choice." + choice.name())
              .add("code", choice.name())
              .add(
                  "exclusive",
                  JSON.createObjectBuilder()
                      .addNull(Wave.ORIGINAL.name())
                      .add(Wave.LIVE.name(), choice.isExclusive())));
    }
    return choices;
  }

  static JsonArrayBuilder questions() {
    JsonArrayBuilder questions = JSON.createArrayBuilder();
    for (Question question : Question.ALL) {
      JsonArrayBuilder hints = JSON.createArrayBuilder();
      question.hints().forEach(hint -> hints.add(Bilingual.message(hint)));
      JsonArrayBuilder codes = JSON.createArrayBuilder();
      question
          .codes()
          .forEach(
              code -> codes.add(Bilingual.message(code.getValue()).add("code", code.getKey())));
      questions.add(
          Bilingual.message(question.text())
              .add("field", question.field())
              .add("hints", hints)
              .add("codes", codes));
    }
    return questions;
  }
}
