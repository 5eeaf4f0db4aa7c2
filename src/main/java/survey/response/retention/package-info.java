/**
 * How long comments are kept. Closed answers are statistics and stay; what somebody wrote is erased
 * when the operator's time is over, whoever has read or published it.
 *
 * <p>Every node does it, every hour, in small transactions that lock the rows alone which they
 * erase: several at once share the work or find it done. Days are Japan's, and are counted from the
 * day that a response was sent; correcting it does not prolong them.
 */
package survey.response.retention;
