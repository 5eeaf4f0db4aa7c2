/**
 * The comments that everyone may read, by the choice they belong to.
 *
 * <p>Those of the original wave stand in the source's order with their demographics as published.
 * Those of the LIVE wave are shown only where their respondents agreed and an admin approved, with
 * the primary choice and at most one band of age, fixed when they were approved. They stand in an
 * order that has nothing to do with time: the overall tally is public at every moment, and who knew
 * when a comment was sent could look up there what else its respondent chose.
 */
package survey.results.comments;
