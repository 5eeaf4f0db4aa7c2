/**
 * The results as they come in: {@code GET /api/results/stream}, Server-Sent Events. Every node asks
 * the database once about every second while somebody watches, so nodes need not know each other,
 * and tells all its viewers what is new.
 *
 * <p>Viewers hold no thread, and none can hold up another: the container says when a viewer can be
 * written to, what is waiting for it is the latest event alone, and one that takes nothing is
 * closed. Events have no id: each is the whole state, so whoever comes back has missed nothing.
 */
package survey.results.live;
