package survey.admin.responses;

import survey.questionnaire.Wave;

/**
 * A response's place in the order: by when it was submitted, newest first, and by id where that is
 * the same; the original ones stand last, by their numbers.
 *
 * @param moment when it was submitted, as the database writes it; null for an original one
 * @param originalNo null for one of the LIVE wave
 */
record Key(long id, String moment, Integer originalNo) {
  /** What is read of a response for it. */
  static final String COLUMNS = "id, cast(submitted_at as char), original_no";

  /** The same of one of the LIVE wave, all in the indexes that lead through it. */
  static final String LIVE_COLUMNS = "id, cast(submitted_at as char), null";

  static Key of(Object[] row) {
    return new Key(
        ((Number) row[0]).longValue(),
        (String) row[1],
        row[2] == null ? null : ((Number) row[2]).intValue());
  }

  Wave wave() {
    return originalNo == null ? Wave.LIVE : Wave.ORIGINAL;
  }
}
