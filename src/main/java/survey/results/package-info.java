/**
 * What the responses say. Only reads (what is published at looks is stored in {@code comparison},
 * and nothing else), and figures are sums of counts, never of rows (only the seed's proof and one's
 * own receipt read rows): they cost the same with a hundred responses as with ten million. The
 * original wave's mentions are the published tally, which no rows can give.
 */
package survey.results;
