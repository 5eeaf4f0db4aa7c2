/**
 * What staff do: they sign in, watch, and take the responses away to work with them. Everything
 * that they do stands in the audit log, and every address below {@code /admin/} is theirs alone.
 */
package survey.admin;
