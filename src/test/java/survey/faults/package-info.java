/**
 * Breaks things under a load of respondents and compares, afterwards, what the database holds with
 * what they were told. {@code bin/break} does it as often as {@code docs/reliability.md} says; the
 * tests do each once, with fewer respondents. What needs clusters, other servers or a disk of its
 * own is named {@code *Break} and is left to {@code bin/break}.
 */
package survey.faults;
