package survey.questionnaire;

/** Age in bands of ten years. */
public enum AgeGroup {
  AGE_10S,
  AGE_20S,
  AGE_30S,
  AGE_40S,
  AGE_50S,
  AGE_60S,
  AGE_70S,
  AGE_80_PLUS,
  NO_ANSWER
}
