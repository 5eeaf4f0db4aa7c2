package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * A plain HTTP client of one who signs in: keeps the cookie, follows no redirect, and fills in the
 * forms that it reads.
 */
public final class Admin {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private String address;
  private String cookie = "";

  /** One who has not signed in yet. */
  public static Admin at(String address) {
    Admin admin = new Admin();
    admin.address = address;
    return admin;
  }

  /** One who has. */
  public static Admin signedIn(String address, String password) {
    Admin admin = at(address);
    assertThat(admin.signIn("admin", password).statusCode()).isEqualTo(303);
    return admin;
  }

  /** Turns to another server with the same cookie. */
  public Admin turnTo(String otherAddress) {
    Admin same = at(otherAddress);
    same.cookie = cookie;
    return same;
  }

  public HttpResponse<String> signIn(String account, String password) {
    return send("login", Map.of("account", account, "password", password));
  }

  public HttpResponse<String> signOut() {
    return post("admin/sign-out", Map.of("csrf", csrf()));
  }

  /** Fills in the form of a page that posts to itself, and sends it. */
  public HttpResponse<String> send(String path, Map<String, String> filled) {
    Element form = Respondent.html(get(path)).expectFirst("main form");
    Map<String, String> fields = new LinkedHashMap<>();
    form.select("input[type=hidden]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    fields.putAll(filled);
    return post(path.split("\\?", 2)[0], fields);
  }

  /** What every form of a signed-in admin has in its field {@code csrf}. */
  public String csrf() {
    return Respondent.html(get("admin/settings")).expectFirst("[name=csrf]").attr("value");
  }

  public HttpResponse<String> get(String path) {
    return answer(request(path));
  }

  /** Posts these fields and no others. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return postBody(path, body);
  }

  /** Posts fields that are encoded already. */
  public HttpResponse<String> postBody(String path, String body) {
    return answer(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Asks as a script does, with HTTP Basic. */
  public HttpResponse<String> getWithBasic(String path, String account, String password) {
    byte[] pair = (account + ":" + password).getBytes(UTF_8);
    return answer(
        request(path).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
      answer
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.contains("Max-Age=0") ? "" : set.split(";", 2)[0]);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The cookie as it is sent; empty if there is none. */
  public String cookie() {
    return cookie;
  }

  /** Whether it may see the admins' pages. */
  public boolean isSignedIn() {
    return get("admin/settings").statusCode() == 200;
  }
}
