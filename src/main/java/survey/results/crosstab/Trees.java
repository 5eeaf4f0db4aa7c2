package survey.results.crosstab;

import static survey.questionnaire.AgeGroup.AGE_10S;
import static survey.questionnaire.AgeGroup.AGE_20S;
import static survey.questionnaire.AgeGroup.AGE_30S;
import static survey.questionnaire.AgeGroup.AGE_40S;
import static survey.questionnaire.AgeGroup.AGE_50S;
import static survey.questionnaire.AgeGroup.AGE_60S;
import static survey.questionnaire.AgeGroup.AGE_70S;
import static survey.questionnaire.AgeGroup.AGE_80_PLUS;
import static survey.questionnaire.Gender.FEMALE;
import static survey.questionnaire.Gender.MALE;
import static survey.questionnaire.Occupation.COMPANY_EMPLOYEE;
import static survey.questionnaire.Occupation.CONTRACT_OR_TEMPORARY;
import static survey.questionnaire.Occupation.FREELANCE;
import static survey.questionnaire.Occupation.HOMEMAKER;
import static survey.questionnaire.Occupation.NOT_EMPLOYED;
import static survey.questionnaire.Occupation.PART_TIME;
import static survey.questionnaire.Occupation.PUBLIC_SERVANT;
import static survey.questionnaire.Occupation.SELF_EMPLOYED;
import static survey.questionnaire.Occupation.STUDENT;
import static survey.results.crosstab.Node.pair;

import survey.questionnaire.AgeGroup;
import survey.questionnaire.Gender;
import survey.questionnaire.Occupation;

/**
 * Which codes are published together while they are few. Drawn before anybody answered; never
 * changed with the answers, nor at all once something is published.
 *
 * <p>Neighbours are together; whoever is rare is far down, so that nobody has to wait for them; and
 * the bands that comments show (10s and 20s, 30s and 40s, 50s and older) are made of whole nodes.
 */
final class Trees {
  static final Node AGE =
      pair(
          pair(AGE_10S, AGE_20S),
          pair(
              pair(AGE_30S, AGE_40S),
              pair(AGE_50S, pair(AgeGroup.NO_ANSWER, pair(AGE_60S, pair(AGE_70S, AGE_80_PLUS))))));

  static final Node GENDER = pair(FEMALE, pair(MALE, pair(Gender.OTHER, Gender.NO_ANSWER)));

  static final Node OCCUPATION =
      pair(
          pair(
              pair(COMPANY_EMPLOYEE, PUBLIC_SERVANT),
              pair(pair(CONTRACT_OR_TEMPORARY, PART_TIME), pair(SELF_EMPLOYED, FREELANCE))),
          pair(
              HOMEMAKER,
              pair(STUDENT, pair(NOT_EMPLOYED, pair(Occupation.OTHER, Occupation.NO_ANSWER)))));

  private Trees() {}
}
