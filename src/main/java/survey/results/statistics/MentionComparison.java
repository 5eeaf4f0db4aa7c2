package survey.results.statistics;

/**
 * How many mentioned one choice, in LIVE against ORIGINAL.
 *
 * @param original the published count
 * @param live the count since
 * @param difference LIVE's share less ORIGINAL's, with its interval, which is not adjusted
 * @param p Fisher's two-sided test of this choice alone, 0 to 1
 * @param adjustedP the same adjusted for all choices after Holm, p to 1
 */
public record MentionComparison(
    Proportion original, Proportion live, Difference difference, double p, double adjustedP) {}
