package survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the load balancer makes of requests, seen by nodes that are none. */
class LoadBalancerIT {
  private final StubNode one = new StubNode();
  private final StubNode two = new StubNode();
  private final LoadBalancer balancer = new LoadBalancer(one.port(), two.port());

  @AfterEach
  void end() {
    balancer.close();
    one.close();
    two.close();
  }

  private RawRequest.Answer get(String target) {
    return RawRequest.of("GET", target).sendTo(balancer.port());
  }

  private RawRequest.Answer post(String target) {
    return RawRequest.of("POST", target).posting("choice=COMPLAIN").sendTo(balancer.port());
  }

  private List<String> askedOfBoth() {
    return Stream.concat(one.asked().stream(), two.asked().stream()).toList();
  }

  @Test
  void saysItselfWhoTheClientIsWhateverTheClientSays() {
    for (int i = 0; i < 2; i++) {
      RawRequest.of("GET", "/")
          .with("X-Forwarded-For", "203.0.113.7")
          .with("X-Forwarded-For", "203.0.113.8")
          .with("X-Forwarded-Proto", "https")
          .with("X-Real-IP", "203.0.113.9")
          .with("Forwarded", "for=203.0.113.10")
          .sendTo(balancer.port());
    }
    assertThat(List.of(one, two))
        .allSatisfy(
            node -> {
              assertThat(node.lastHeaders().get("X-Forwarded-For")).containsExactly("127.0.0.1");
              assertThat(node.lastHeaders().get("X-Forwarded-Proto")).containsExactly("http");
              assertThat(node.lastHeaders()).doesNotContainKeys("X-real-ip", "Forwarded");
              assertThat(node.lastHeaders().get("Host")).containsExactly("localhost");
            });
  }

  @Test
  void letsNobodyTalkToANodePastIt() {
    RawRequest.of("GET", "/")
        .with("Connection", "Upgrade, HTTP2-Settings")
        .with("Upgrade", "h2c")
        .with("HTTP2-Settings", "AAMAAABkAAQAAP__")
        .sendTo(balancer.port());
    assertThat(one.lastHeaders())
        .containsKey("Host")
        .doesNotContainKeys("Upgrade", "Http2-settings");
  }

  @Test
  void sendsWhatRespondentsSendToAnotherNodeWhereOneHangsUp() {
    one.setHangingUp(true);
    two.setHangingUp(true);
    assertThat(post("/").status()).isEqualTo(503);
    assertThat(one.asked()).contains("POST /");
    assertThat(two.asked()).contains("POST /");
    two.setHangingUp(false);
    for (String target :
        List.of("/", "/results", "/receipt", "/thanks?receipt=X", "/api/results")) {
      for (int i = 0; i < 2; i++) {
        assertThat(get(target).status()).as(target).isEqualTo(200);
        assertThat(post(target).status()).as(target).isEqualTo(200);
      }
    }
  }

  @Test
  void sendsALongestFormAgainAsAWhole() {
    one.setHangingUp(true);
    String form = "comment=" + "%F0%9F%98%80".repeat(1_000);
    for (int i = 0; i < 2; i++) {
      assertThat(RawRequest.of("POST", "/").posting(form).sendTo(balancer.port()).status())
          .isEqualTo(200);
    }
  }

  @Test
  void sendsNothingAgainThatAdminsPost() {
    one.setHangingUp(true);
    two.setHangingUp(true);
    for (String target : List.of("/login", "/admin/decisions", "/admin/sign-out")) {
      assertThat(post(target).status()).isEqualTo(503);
      assertThat(askedOfBoth()).as(target).containsExactly("POST " + target);
    }
    assertThat(get("/admin/").status()).isEqualTo(503);
    assertThat(askedOfBoth()).hasSize(4).containsOnly("GET /admin/");
  }

  @Test
  void keepsAnAdminOnANodeUntilItIsGone() {
    RawRequest.Answer first = get("/admin/");
    assertThat(first.all("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("survey_node=[12]; path=/; HttpOnly; SameSite=Strict");
    String cookie = first.header("Set-Cookie").split(";", 2)[0];
    StubNode its = one.asked().isEmpty() ? two : one;
    for (int i = 0; i < 4; i++) {
      RawRequest.of("GET", "/admin/progress").with("Cookie", cookie).sendTo(balancer.port());
    }
    assertThat(its.asked()).hasSizeGreaterThanOrEqualTo(4);
    its.close();
    assertThat(
            RawRequest.of("POST", "/admin/settings")
                .with("Cookie", cookie)
                .posting("a=b")
                .sendTo(balancer.port())
                .status())
        .isEqualTo(200);
  }

  @Test
  void givesRespondentsNoCookieAndBothNodes() {
    for (String target : List.of("/", "/results", "/thanks", "/about", "/survey.css")) {
      for (int i = 0; i < 2; i++) {
        assertThat(get(target).all("Set-Cookie")).as(target).isEmpty();
      }
    }
    assertThat(one.asked()).hasSize(5);
    assertThat(two.asked()).hasSize(5);
  }

  @Test
  void turnsToTheOtherWhereOneIsNotReadyAndToBothWhereNoneIs() {
    one.setReady(false);
    balancer.awaitNode("respondents/node1", false);
    for (int i = 0; i < 4; i++) {
      assertThat(get("/").status()).isEqualTo(200);
    }
    assertThat(one.asked()).isEmpty();
    two.setReady(false);
    balancer.awaitNode("respondents/node2", false);
    for (int i = 0; i < 4; i++) {
      assertThat(post("/").status()).isEqualTo(200);
    }
    assertThat(one.asked()).hasSize(2);
    assertThat(balancer.log()).contains("last_resort/node1 POST / 200");
    assertThat(get("/admin/").status()).as("where counts that differ are put right").isEqualTo(200);
  }

  /** Half of its 8,000 connections. Which of them come too late is not told by their order. */
  @Test
  void leavesRoomForOthersWhereOneSourceOpensManyConnections() throws IOException {
    List<SocketChannel> many = new ArrayList<>();
    try {
      for (int i = 0; i < 4_100; i++) {
        many.add(
            SocketChannel.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), balancer.port())));
        many.get(i).configureBlocking(false);
      }
      RunningSurvey.await(() -> closed(many) >= 100, Duration.ofSeconds(5));
      assertThat(closed(many)).isEqualTo(100);
      assertThat(
              RawRequest.of("GET", "/")
                  .from(InetAddress.getByName("127.0.0.2"))
                  .sendTo(balancer.port())
                  .status())
          .isEqualTo(200);
    } finally {
      for (SocketChannel channel : many) {
        channel.close();
      }
    }
  }

  private static long closed(List<SocketChannel> channels) {
    return channels.stream()
        .filter(
            channel -> {
              try {
                return channel.read(ByteBuffer.allocate(1)) < 0;
              } catch (IOException e) {
                return true;
              }
            })
        .count();
  }

  @Test
  void saysInBothLanguagesHowToSendAgainWhereNoNodeIs() {
    one.close();
    two.close();
    RawRequest.Answer answer = post("/");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.body())
        .contains("入力内容はブラウザーに残っています", "もう一度「回答を送信する」", "二重に登録されることはありません")
        .contains("Everything you entered is still in your browser");
  }

  @Test
  void logsNeitherAddressesNorQueriesNorHeaders() {
    RawRequest.of("GET", "/thanks?receipt=SECRETCODE")
        .with("Referer", "https://elsewhere.example/SECRETPAGE")
        .with("X-Forwarded-For", "203.0.113.7")
        .with("User-Agent", "SECRETDEVICE")
        .sendTo(balancer.port());
    RawRequest.ofLine("GET http://localhost/thanks?receipt=SECRETCODE HTTP/1.1")
        .with("Host", "localhost")
        .sendTo(balancer.port());
    RawRequest.ofLine("GET /?SECRETCODE is no request").sendTo(balancer.port());
    RunningSurvey.await(() -> balancer.log().contains("no request"), Duration.ofSeconds(10));
    assertThat(balancer.log())
        .contains("respondents/node1 GET /thanks 200")
        .doesNotContain("SECRET", "127.0.0.1", "203.0.113", "elsewhere", "?", "localhost");
  }
}
