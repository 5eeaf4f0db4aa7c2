package survey.response;

/** What the receipt's page says first. */
public enum ReceiptNotice {
  /** There is no code. */
  MISSING,
  /** The code opens nothing. */
  UNKNOWN,
  /** Too many codes opened nothing. */
  LIMITED,
  /** It has been corrected too often in a minute. */
  TOO_OFTEN,
  /** The database does not answer. */
  UNAVAILABLE,
  /** Something else is stored by now than what was corrected. */
  OUTDATED,
  /** The correction is stored. */
  CORRECTED,
  /** The response has just been withdrawn. */
  ERASED;

  /** Whether it is about the code, so that it stands at its field as well. */
  public boolean isAboutCode() {
    return this == MISSING || this == UNKNOWN;
  }

  /** Whether what was asked for has been done. */
  public boolean isDone() {
    return this == CORRECTED || this == ERASED;
  }
}
