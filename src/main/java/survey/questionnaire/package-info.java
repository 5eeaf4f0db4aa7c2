/**
 * The instrument: the one question's choices and the demographics, fixed as code.
 *
 * <p>The survey is not a survey designer. Constant names are the codes stored in the database,
 * posted by the form and exported; the words people read are in the message bundles under the same
 * names. Imports the JDK alone.
 */
package survey.questionnaire;
