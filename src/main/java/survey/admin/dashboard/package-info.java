/**
 * How the survey stands: every figure of the dashboard comes from the tables of counts, so that it
 * costs the same however many have answered, and all of a page are of one moment. Unlike on the
 * public pages nothing is hidden, be a group ever so small. What arrives within an hour or, with a
 * filter by age group, gender or occupation, within a day, no table of counts knows: it is counted
 * response by response, up to a limit.
 *
 * <p>The page is live without being written twice: when the public stream of results tells of a
 * change, the browser asks for the page again and takes over what differs.
 */
package survey.admin.dashboard;
