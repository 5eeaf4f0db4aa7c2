/**
 * What the responses say. Figures are sums of counts, never of rows (only the seed's proof, one's
 * own receipt, the comments and the closing of a day read rows): they cost the same with a hundred
 * responses as with ten million. The original wave's mentions are the published tally, which no
 * rows can give. It reads what the respondents sent and never changes it; stored are only figures
 * derived from it: the looks that were published ({@link survey.results.comparison}), the snapshots
 * of the cross-tabulations ({@link survey.results.crosstab}) and the counts of days that are over
 * ({@link survey.results.course}).
 */
package survey.results;
