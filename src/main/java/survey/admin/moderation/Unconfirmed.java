package survey.admin.moderation;

/** A comment that seems to hold personal data was to be published without anybody's saying so. */
class Unconfirmed extends Exception {
  private static final long serialVersionUID = 1L;
}
