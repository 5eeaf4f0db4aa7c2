package survey.admin.moderation;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import survey.admin.signin.ReturnAddress;
import survey.response.ExclusionReason;

/**
 * {@code POST /admin/decisions}: what an admin decided about one response or several, from whatever
 * page. It leads back there, with what became of it: {@code decision} is its name, and a parameter
 * for each {@link Outcome} holds ids, with hyphens between. A form that does not say what is
 * decided about what, says it of more than a page can show, or names one twice, is answered by 400,
 * and nothing is done.
 */
@WebServlet("/admin/decisions")
public class DecisionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** As many as a page can show. */
  static final int MOST = 50;

  @Inject transient Decisions decisions;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Order> order = order(request);
    List<Optional<Seen>> seen =
        Stream.of(Objects.requireNonNullElse(request.getParameterValues("response"), new String[0]))
            .distinct()
            .map(Seen::parse)
            .toList();
    if (order.isEmpty()
        || seen.isEmpty()
        || seen.size() > MOST
        || !seen.stream().allMatch(Optional::isPresent)
        || seen.stream().map(one -> one.get().id()).distinct().count() < seen.size()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    Map<Outcome, List<Long>> outcomes = new EnumMap<>(Outcome.class);
    for (Seen one : seen.stream().flatMap(Optional::stream).toList()) {
      // What failed once took seconds, and would again.
      Outcome outcome =
          outcomes.containsKey(Outcome.FAILED)
              ? Outcome.FAILED
              : decisions.decide(order.get(), one);
      outcomes.computeIfAbsent(outcome, any -> new ArrayList<>()).add(one.id());
    }
    leadBack(order.get().decision(), outcomes, request, response);
  }

  /** None if there is no such decision, or an exclusion has no reason. */
  private static Optional<Order> order(HttpServletRequest request) {
    Optional<ExclusionReason> reason =
        Stream.of(ExclusionReason.values())
            .filter(known -> known.name().equals(field(request, "reason")))
            .findFirst();
    return Decision.of(field(request, "decision"))
        .filter(decision -> decision != Decision.EXCLUDE || reason.isPresent())
        .map(
            decision ->
                new Order(
                    request.getRemoteUser(),
                    decision,
                    decision == Decision.EXCLUDE ? reason.orElseThrow() : null,
                    field(request, "confirmed").equals("1")));
  }

  private static String field(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }

  private static void leadBack(
      Decision decision,
      Map<Outcome, List<Long>> outcomes,
      HttpServletRequest request,
      HttpServletResponse response) {
    String back = ReturnAddress.of(field(request, "to")).in(request.getParameter("lang"));
    String told =
        outcomes.entrySet().stream()
            .map(
                outcome ->
                    outcome.getKey().parameter()
                        + "="
                        + outcome.getValue().stream().map(String::valueOf).collect(joining("-")))
            .collect(joining("&"));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        "%s%sdecision=%s&%s".formatted(back, back.contains("?") ? "&" : "?", decision, told));
  }
}
