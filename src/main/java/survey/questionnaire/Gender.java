package survey.questionnaire;

/** Gender, as respondents see themselves. */
public enum Gender {
  FEMALE,
  MALE,
  OTHER,
  NO_ANSWER
}
