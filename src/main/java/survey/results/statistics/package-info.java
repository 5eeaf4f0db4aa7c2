/**
 * What may be read from the counts, and how surely. Pure functions of counts: no clock, no
 * database, no container. Values are records; shares, differences, intervals and p-values are
 * fractions, never percent. A sample here is a wave; every formula treats both waves as simple
 * random samples, which they are not, and the pages say so.
 *
 * <p>Fisher's test and the exact 4×2 test are written out here, not taken from a library: Commons
 * Statistics has no test of larger tables, and its Fisher test (1.2) compares probabilities without
 * a tolerance. Rounding then hides tables that are exactly as likely as the observed one: 60 of 100
 * against 90 of 200 gives it .0148 where .0197 is right.
 */
package survey.results.statistics;
