/**
 * The method card: how each wave was done, item by item, for people and for programs.
 *
 * <p>What it says is in the message bundles, under the item's and the wave's names: what is stated,
 * what is inferred, what is not stated. An item without words for a wave is one of which nothing is
 * stated. So the page, the JSON and both languages cannot say different things; figures come from
 * the cube and the ends of an index, and cost the same however many have answered.
 */
package survey.results.method;
