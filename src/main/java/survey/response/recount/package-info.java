/**
 * The standing check: whether the counts are still what the rows say.
 *
 * <p>A recount reads one snapshot of the database, without a lock: first all responses, in small
 * steps by key, then the tables of counts. It has a connection of the downloads' pool, and pauses
 * after each step for as long as that took. The closed days are compared in the same pass; it costs
 * one more column to group by.
 *
 * <p>A response and its cells change in one transaction, so what a cell lacks or has too many of
 * stays the same however many responses arrive. That is why a rebuild needs no quiet: it adds to
 * each cell what it lacked, in short transactions, and counts again to see that nothing is left.
 *
 * <p>All that nodes must agree upon is one row of the table {@code recount}: one recount an hour is
 * made for all of them, one a minute while there is a difference, and whatever an admin asks for is
 * done by whichever node gets to it.
 */
package survey.response.recount;
