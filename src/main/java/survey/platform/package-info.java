/**
 * Container glue that every feature relies on and none imports: the database and its migrations,
 * the clock, languages, addresses, headers and health. The container wires it.
 */
package survey.platform;
