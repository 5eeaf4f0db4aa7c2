/**
 * Real database servers of other makes than the embedded one, and clusters of them, for tests that
 * break them: started by the scripts in {@code src/test/servers}, on loopback.
 */
package survey.servers;
