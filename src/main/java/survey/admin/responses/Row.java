package survey.admin.responses;

import java.util.List;
import survey.questionnaire.Choice;
import survey.response.Response;

/** A response as the table shows it. */
public record Row(Response response, Excerpt excerpt) {
  static Row of(Response response, String text) {
    return new Row(response, Excerpt.of(response.getComment(), text));
  }

  /** What was chosen beside the primary choice. */
  public List<Choice> getOthers() {
    return response.getChoices().stream()
        .filter(choice -> choice != response.getPrimaryChoice())
        .toList();
  }
}
