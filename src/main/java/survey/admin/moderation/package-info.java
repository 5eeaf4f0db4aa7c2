/**
 * What admins decide about responses: which comments are published, and which responses do not
 * count. Every decision names the version of the response that it was made upon, so of two who
 * decide at once one is told; every decision can be taken back, and none deletes anything.
 */
package survey.admin.moderation;
