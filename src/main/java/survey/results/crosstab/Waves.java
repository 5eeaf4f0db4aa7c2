package survey.results.crosstab;

/** Which responses a cross-tabulation counts. */
public enum Waves {
  /** The 100 published ones: always in full. */
  ORIGINAL,
  /** Everyone since: as the last snapshot publishes them. */
  LIVE,
  /** The last snapshot with the original's added to the same groups; describes no population. */
  ALL
}
