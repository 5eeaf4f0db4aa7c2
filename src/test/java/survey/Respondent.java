package survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * A plain HTTP client without scripts, cookies or redirects: reads the form's HTML, fills it in,
 * posts it.
 */
public final class Respondent {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern RECEIPT = Pattern.compile("[?&]receipt=([^&]+)");

  private final String address;
  private final List<Map.Entry<String, String>> fields = new ArrayList<>();
  private volatile String receivedAt = "";

  /** Opens the form and leaves it blank. */
  public static Respondent at(String address) {
    return new Respondent(address, get(address));
  }

  private Respondent(String address, HttpResponse<String> page) {
    this.address = address;
    FormElement form = (FormElement) html(page).expectFirst("form");
    form.formData().forEach(field -> fields.add(Map.entry(field.key(), field.value())));
    fields.add(Map.entry("send", "1"));
  }

  /** Fills everything in, rightly. */
  public static Respondent complaining(String address) {
    return at(address)
        .with("choice", "STOP_BUSINESS", "COMPLAIN")
        .with("primary", "COMPLAIN")
        .with("age", "AGE_30S")
        .with("gender", "FEMALE")
        .with("occupation", "PART_TIME")
        .with("comment", "説明がほしい");
  }

  /** The one who has this page, which shows the form again as it was filled in. */
  public Respondent shownAgain(HttpResponse<String> page) {
    return new Respondent(address, page);
  }

  /** What is posted. */
  public List<Map.Entry<String, String>> fields() {
    return List.copyOf(fields);
  }

  /** Sets a field to these values; to none, and it is not posted. */
  public Respondent with(String name, String... values) {
    fields.removeIf(field -> field.getKey().equals(name));
    for (String value : values) {
      fields.add(Map.entry(name, value));
    }
    return this;
  }

  public String key() {
    return value("key");
  }

  /** What stands in a field. */
  public String value(String name) {
    return fields.stream()
        .filter(field -> field.getKey().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  public HttpResponse<String> send() {
    return sendTo(address);
  }

  /** Sends the same form to a server that has another address by now. */
  public HttpResponse<String> sendTo(String otherAddress) {
    return post(otherAddress, "application/x-www-form-urlencoded", encoded());
  }

  /** Sends it as a browser would that says from what kind of site. */
  public HttpResponse<String> sendFrom(String site) {
    return answer(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.ofString(encoded()))
            .build());
  }

  /** Notes where the answer to this form led to. */
  public Respondent received(String thanks) {
    receivedAt = thanks;
    return this;
  }

  public String receivedAt() {
    return receivedAt;
  }

  public String encoded() {
    return fields.stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  public static HttpResponse<String> post(String address, String contentType, String body) {
    return answer(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Reads a page as a client would that accepts this. */
  public static HttpResponse<String> getAccepting(String address, String kinds) {
    return answer(HttpRequest.newBuilder(URI.create(address)).header("Accept", kinds).build());
  }

  /** Reads a page as a browser would that has this cookie. */
  public static HttpResponse<String> getWithCookie(String address, String cookie) {
    return answer(HttpRequest.newBuilder(URI.create(address)).header("Cookie", cookie).build());
  }

  public static HttpResponse<String> get(String address) {
    return answer(HttpRequest.newBuilder(URI.create(address)).build());
  }

  public static HttpResponse<String> ask(String method, String address) {
    return answer(
        HttpRequest.newBuilder(URI.create(address))
            .method(method, BodyPublishers.noBody())
            .build());
  }

  private static HttpResponse<String> answer(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static Document html(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  /** Where an answer redirects to; empty if it does not. */
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** The receipt of a response that was stored. */
  public static String receipt(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return receipt(location(answer));
  }

  /** The receipt in the address that a stored response's answer leads to. */
  public static String receipt(String thanks) {
    Matcher code = RECEIPT.matcher(thanks);
    assertThat(code.find()).as(thanks).isTrue();
    return code.group(1);
  }

  /** A wave's tally in {@code /api/results}. */
  public static JsonObject tally(String address, String wave) {
    return Json.createReader(new StringReader(get(address + "api/results").body()))
        .readObject()
        .getJsonObject("waves")
        .getJsonObject(wave);
  }

  /** How many have answered since. */
  public static int count(String address) {
    return tally(address, "LIVE").getInt("n");
  }
}
