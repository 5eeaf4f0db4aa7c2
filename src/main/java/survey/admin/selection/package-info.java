/**
 * Which responses: the filters that admins' pages and downloads have in their addresses, under the
 * same names everywhere, and what they mean in each table. What an address says wrongly is told,
 * and nothing is shown for it.
 */
package survey.admin.selection;
