/**
 * What admins see of the standing check, and how they ask for it: on the dashboard, and by {@code
 * bin/recount}. Asking is noted and done in the background, since millions of responses take a
 * while to count: whoever asks is answered at once, and looks again until it is done.
 */
package survey.admin.recount;
