/**
 * The primary choice by demographics, and what of it may be published.
 *
 * <p>ORIGINAL is public and shown in full. Of LIVE, everybody knows the overall tally of every
 * moment; by demographics it is published in snapshots, and ALL adds ORIGINAL to the same groups.
 * Since the totals are known, a row left out is known as well: so small rows are merged instead,
 * and nothing needs a complement. These are the rules, and they are no secret:
 *
 * <ol>
 *   <li>A snapshot is a partition of a demographic's codes into nodes of a tree that does not
 *       depend on the answers. Each block is shown with its base and all its cells; while all codes
 *       are one block, nothing is shown. Partitions are only ever refined.
 *   <li>Every block's base is 10 or more and each of its cells 3 or more, and so is what was added
 *       to each block of the last snapshot. Otherwise the last snapshot stays, as a whole.
 *   <li>A trial is made when LIVE has grown by 25 since the last one; the first when its overall
 *       tally is twice these floors.
 *   <li>The first trial parts every node whose parts reach the floors. After that each permitted
 *       step, the parting of a node or a new snapshot of what is shown, is made only if a coin
 *       falls so.
 *   <li>A node that the first trial left whole is parted later only if at least two choices can
 *       still have been why: if, for all that is known then, a part of it had fewer than 3 there.
 * </ol>
 *
 * <p><b>Why no hidden cell is pinned down: its range stays at least 3 wide.</b> Demographics are
 * independent of each other, and choices are but for rule 5; so look at one choice. Let x be a
 * hidden code's count in a snapshot and N its block's, which grows by D ≥ 3 until the next one. Who
 * sees that nobody withdrew knows that counts only grew. Going back from the next snapshot one can
 * take away D respondents of the block in any way, so what was before says nothing about x; and if
 * x will be between a and b, it now is between max(0, a − D) and min(N, b). Where it is shown next,
 * a = b, and a as well as the rest of the block, N + D − a, is at least 3: so are all four
 * differences of these bounds. Where it stays hidden, b − a ≥ 3 and b ≤ N + D, and again they are.
 * In the last snapshot x is between 0 and N ≥ 3. Withdrawals and corrections only leave more
 * possible.
 *
 * <p>What does <em>not</em> happen after the first trial tells nothing, as the coin may be why.
 * What the first trial left whole may be due to another choice than the one looked at: while
 * nothing more is known any choice will do, and later rule 5 sees to it (the least that a part can
 * have had is what it has when it is shown, less all that its block has gained). When a trial is
 * made depends on the overall tally alone.
 *
 * <p>The price is age: the finer the blocks, the longer it takes until each cell has gained 3.
 *
 * <p><b>What this does not protect from:</b> who sends many responses of their own knows them, and
 * can take them off what is published; no floor on an open link helps against that. Responses that
 * come in a flood are to be found and excluded.
 */
package survey.results.crosstab;
