package survey.questionnaire;

/** Occupation: the groups that appear in the original listing, then "other" and "no answer". */
public enum Occupation {
  COMPANY_EMPLOYEE,
  PUBLIC_SERVANT,
  SELF_EMPLOYED,
  FREELANCE,
  CONTRACT_OR_TEMPORARY,
  PART_TIME,
  HOMEMAKER,
  STUDENT,
  NOT_EMPLOYED,
  OTHER,
  NO_ANSWER
}
