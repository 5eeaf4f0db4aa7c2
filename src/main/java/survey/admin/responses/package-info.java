/**
 * The responses one by one, as admins look through them: newest first, then the original ones in
 * the source's order. A page begins after or ends before a response and is found by its key, so
 * what arrives meanwhile moves nothing, and page 10,000 costs what page 1 costs. Whatever the
 * filters, a page takes bounded time: responses are looked at some thousands at a time, and when
 * the time is up, the page says how far it has looked.
 *
 * <p>Comments are searched letter for letter. MySQL has a full-text index of n-grams that finds
 * candidates; MariaDB has none. Both look at the comments themselves in the end, so both find the
 * same.
 */
package survey.admin.responses;
