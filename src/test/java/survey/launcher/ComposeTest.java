package survey.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The compose file fits what it runs. No container engine runs it here. */
class ComposeTest {
  private static final int REQUESTS_AND_SERVER = 30;

  private final String compose = read("docker/compose.yml");
  private final String balancer = read("docker/haproxy.cfg");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  private String one(String pattern) {
    return assertThat(all(compose, pattern)).as(pattern).singleElement().actual();
  }

  /** What stands under a service's name. */
  private String service(String name) {
    return Pattern.compile("(?ms)^  " + name + ":\\n(.*?)(?=^ {0,2}\\w)")
        .matcher(compose)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void setsNothingThatTheSurveyDoesNotKnow() {
    List<String> known = Arrays.stream(Setting.values()).map(Setting::variable).toList();
    List<String> set =
        all(compose.substring(0, compose.indexOf("\nservices:")), "(SURVEY_\\w+):").stream()
            .map(name -> name.replaceFirst("_FILE$", ""))
            .toList();
    assertThat(set).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void givesTheBalancerTheVariablesThatItsConfigurationHas() {
    assertThat(all(service("balancer"), "(SURVEY_\\w+):"))
        .containsExactlyInAnyOrderElementsOf(
            all(balancer, "\\$\\{(SURVEY_\\w+)").stream().distinct().toList());
  }

  @Test
  void tellsTheBalancerWhereTheNodesAreAndTheNodesWhomToBelieve() {
    for (String number : List.of("1", "2")) {
      String address =
          all(service("node" + number), "ipv4_address: (\\S+)").stream().findFirst().orElseThrow();
      assertThat(one("SURVEY_NODE_" + number + ": (\\S+)")).isEqualTo(address + ":8080");
    }
    assertThat(all(service("balancer"), "ipv4_address: (\\S+)"))
        .containsExactly(one("SURVEY_TRUSTED_PROXIES: (\\S+)"));
  }

  @Test
  void givesANodeTheTimeToEndThatItTakes() {
    int drain = Integer.parseInt(one("SURVEY_DRAIN: \"(\\d+)\""));
    int grace = Integer.parseInt(one("stop_grace_period: (\\d+)s"));
    assertThat(grace).isGreaterThan(drain + REQUESTS_AND_SERVER);
  }

  @Test
  void letsNodesAndBalancerWriteNowhereButToTheirData() {
    for (String part :
        List.of(compose.substring(0, compose.indexOf("\nservices:")), service("balancer"))) {
      assertThat(part).contains("read_only: true", "cap_drop: [ALL]", "no-new-privileges:true");
    }
  }

  @Test
  void mountsWhatTheBalancersConfigurationNames() {
    assertThat(service("balancer")).contains("./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro");
    all(balancer, "errorfile \\d+ (\\S+)")
        .forEach(
            file -> {
              assertThat(Path.of("docker", file)).exists();
              assertThat(service("balancer"))
                  .contains("./" + file + ":/usr/local/etc/haproxy/" + file + ":ro");
            });
  }
}
