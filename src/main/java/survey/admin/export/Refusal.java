package survey.admin.export;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import survey.admin.selection.Problem;

/** Says why there is no file: in plain text, which a script shows, in the address's language. */
final class Refusal {
  private static final String RETRY_SECONDS = "30";

  private Refusal() {}

  /** What is wrong with the address, a line each. */
  static void refuse(
      List<Problem> problems, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResourceBundle messages = messages(request);
    say(
        problems.stream().map(problem -> problem.sentence(messages)).collect(joining("\n")),
        HttpServletResponse.SC_BAD_REQUEST,
        response);
  }

  /**
   * That there may be one in a little while.
   *
   * @param message the key of the sentence that says why not now
   */
  static void postpone(String message, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Retry-After", RETRY_SECONDS);
    say(messages(request).getString(message), HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
  }

  /**
   * That another version of HTTP is needed.
   *
   * @param message the key of the sentence that says which and why
   */
  static void demand(String message, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    say(
        messages(request).getString(message),
        HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED,
        response);
  }

  private static ResourceBundle messages(HttpServletRequest request) {
    return ResourceBundle.getBundle(
        "survey.messages",
        "en".equals(request.getParameter("lang")) ? Locale.ENGLISH : Locale.JAPANESE);
  }

  private static void say(String text, int status, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(text);
  }
}
