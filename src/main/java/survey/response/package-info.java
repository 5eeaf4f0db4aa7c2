/**
 * What a respondent submits: one completed questionnaire is one row, and its cell of the cube
 * changes in the same transaction.
 *
 * <p>Nothing is kept between requests but in the database. A form's random key makes sending it any
 * number of times one response; the receipt is derived from that key, so it can be told again and
 * yet be read off no table.
 */
package survey.response;
