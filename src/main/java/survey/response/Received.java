package survey.response;

/**
 * What became of a form that was sent.
 *
 * @param isNew whether a response was stored; false where its form had been sent before
 */
record Received(Receipt receipt, boolean isNew) {}
