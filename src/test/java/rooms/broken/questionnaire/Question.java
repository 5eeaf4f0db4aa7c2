package rooms.broken.questionnaire;

public class Question {
  jakarta.json.JsonObject imported;
}
