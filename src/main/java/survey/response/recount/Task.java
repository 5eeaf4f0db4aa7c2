package survey.response.recount;

/**
 * A recount that this node makes for all.
 *
 * @param counter tells it from any other: whoever took too long and was given up does no harm
 * @param upTo the number of the last of the admins' requests that it answers
 * @param isRebuild whether one of these asks to put right what differs
 * @param askedBy the account that asks; null where nobody does
 */
record Task(String counter, long upTo, boolean isRebuild, String askedBy) {}
