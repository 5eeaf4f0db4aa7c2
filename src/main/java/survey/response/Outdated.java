package survey.response;

/** Somebody else has changed a response since it was looked at; nothing was changed now. */
public class Outdated extends Exception {
  private static final long serialVersionUID = 1L;
}
