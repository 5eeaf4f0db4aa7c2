package survey.response;

/** A change is none for what a response is, like restoring one that counts. */
public class NotApplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotApplicable(Response response) {
    super("not for a response that is " + response);
  }
}
