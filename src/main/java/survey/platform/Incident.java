package survey.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure that its page tells nothing of but a number: the log has the number, and the rest
 * beside it. Never what the failure's messages say, as a driver's quote keys and comments.
 */
@Named
@RequestScoped
public class Incident {
  private static final Logger LOG = Logger.getLogger(Incident.class.getName());

  private String number;

  /**
   * The number, eight hexadecimal digits; the first to ask for it notes the incident in the log.
   */
  public String getNumber() {
    if (number == null) {
      number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      Map<String, Object> request =
          FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
      Object failure = request.get(RequestDispatcher.ERROR_EXCEPTION);
      LOG.log(
          isClientGone(failure) ? Level.FINE : Level.SEVERE,
          "incident {0}: {1} at {2}{3}",
          new Object[] {
            number,
            String.valueOf(request.get(RequestDispatcher.ERROR_STATUS_CODE)),
            request.get(RequestDispatcher.ERROR_REQUEST_URI),
            causes(failure)
          });
    }
    return number;
  }

  /** Nobody reads the page then, and whoever hangs up often must not fill the log. */
  private static boolean isClientGone(Object failure) {
    return chain(failure).anyMatch(IOException.class::isInstance);
  }

  private static String causes(Object failure) {
    return chain(failure)
        .map(cause -> ": " + cause.getClass().getSimpleName() + place(cause))
        .collect(Collectors.joining());
  }

  private static Stream<Throwable> chain(Object failure) {
    return Stream.iterate(
        failure instanceof Throwable thrown ? thrown : null,
        cause -> cause != null,
        Throwable::getCause);
  }

  private static String place(Throwable cause) {
    return cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
  }
}
