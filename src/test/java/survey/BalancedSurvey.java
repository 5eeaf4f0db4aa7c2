package survey;

import java.util.Map;
import survey.results.KnownSurvey;

/** Two nodes of the survey as it ships, on one database and behind the load balancer. */
public final class BalancedSurvey implements AutoCloseable {
  static final String PASSWORD = "Two-Nodes-One-Password-7304";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "SURVEY_ADMIN_PASSWORD", PASSWORD,
          "SURVEY_TRUSTED_PROXIES", "127.0.0.1",
          "SURVEY_DRAIN", "8");

  private final KnownSurvey survey = new KnownSurvey(SETTINGS);
  private final RunningSurvey[] nodes = {survey.node(), survey.anotherNode(SETTINGS)};
  private final LoadBalancer balancer = new LoadBalancer(nodes[0].port(), nodes[1].port());

  /** The load balancer's. */
  public String address() {
    return balancer.address();
  }

  LoadBalancer balancer() {
    return balancer;
  }

  public KnownSurvey survey() {
    return survey;
  }

  /** The one of this number, from 1. */
  public RunningSurvey node(int number) {
    return nodes[number - 1];
  }

  /** Tells one to end, and starts it again; returns when it has its share of requests again. */
  public void restart(int number) {
    node(number).close();
    start(number);
  }

  /** Starts one that has ended; returns when it has its share of requests again. */
  public void start(int number) {
    balancer.awaitNode("respondents/node" + number, false);
    nodes[number - 1] = survey.startedAgain(node(number), SETTINGS);
    balancer.awaitNode("respondents/node" + number, true);
  }

  @Override
  public void close() {
    balancer.close();
    node(2).close();
    node(1).close();
    survey.close();
  }
}
