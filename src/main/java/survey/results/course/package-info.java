/**
 * The course of the LIVE wave: who answered what from day to day, in Japan's days.
 *
 * <p>Days that are over are rolled up into {@code daily_tally}, once, some time after midnight.
 * What is not in a closed day is the public tally less the closed days, in one statement: so today
 * costs the same however many answer, the days always add up to the tally, and no response is lost
 * between two days. What is stored can be counted again from the rows at any time.
 *
 * <p>Disclosure: the course joins no answers with demographics, and as the overall tally is public
 * at every moment, whoever reads that all day long learns more than stands here. Still no period is
 * shown with fewer than {@value survey.results.course.Periods#FEWEST} respondents, and a shown one
 * keeps its limits when days are added.
 */
package survey.results.course;
