/**
 * The primary choice by demographics, and what of it may be published.
 *
 * <p>ORIGINAL is public and shown in full. LIVE is published in snapshots, and the overall tally of
 * LIVE at every moment; ALL adds ORIGINAL to LIVE's groups. Since the totals are known, hiding rows
 * is the same as merging them; so rows are merged, and nothing that is shown needs a complement.
 * These are the rules, and they are no secret:
 *
 * <ol>
 *   <li>A snapshot is a partition of a demographic's codes into nodes of a tree that does not
 *       depend on the answers ({@link survey.results.crosstab.Demographic}). A block is shown with
 *       its base and all its cells, and codes that nobody may tell apart are not shown at all while
 *       all of them are one block. Partitions are only ever refined.
 *   <li>Every block's base is 10 or more and each of its cells 3 or more, and so is what was added
 *       to each block of the last snapshot. Otherwise the last snapshot stays, as a whole.
 *   <li>A trial is made when LIVE has grown by 25 since the last one.
 *   <li>The first trial parts every node whose parts reach the floors. After that each permitted
 *       step, a new snapshot or the parting of a node, is made only on a coin's throw.
 *   <li>A node that the first trial left whole is parted later only if at least two choices can
 *       still have been why: if a part of it can then have had fewer than 3 there.
 * </ol>
 *
 * <p><b>Why no hidden cell is pinned down: its range stays at least 3 wide.</b> Choices are
 * independent of each other but for rule 5, and so are demographics, so look at one choice. Let x
 * be a hidden code's count in a snapshot and N its block, which grows by D ≥ 3 until the next one.
 * Who knows that nobody withdrew knows that counts only grow. From the next snapshot backwards one
 * can always take away D respondents in any way, so the past says nothing about x, and if x will be
 * between a and b, it now is between max(0, a − D) and min(N, b). Where it is shown next, a = b and
 * the rest of the block is 3 or more, too: each of b, D, N and N + D − a is at least 3, and the
 * range with them. Where it stays hidden the range was b − a ≥ 3, and each bound moves, if at all,
 * so that the same holds. After the last snapshot x is between 0 and N ≥ 3. Withdrawals and
 * corrections only leave more possible. What does <em>not</em> happen tells nothing after the first
 * trial, as the coin may be why; and what the first one left whole can be due to another choice
 * than the one looked at (rule 5, where a part's least count then is what it has when it is shown,
 * less all that its block has gained). What may be told from a trial's moment is what everybody
 * knows from the overall tally.
 */
package survey.results.crosstab;
