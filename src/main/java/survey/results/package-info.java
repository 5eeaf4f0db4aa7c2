/**
 * What the responses say. Only reads, and reads counts, never rows: the tallies cost the same with
 * a hundred responses as with ten million. The original wave's mentions are the published tally,
 * which no rows can give.
 */
package survey.results;
