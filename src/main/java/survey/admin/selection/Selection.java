package survey.admin.selection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Choice;
import survey.questionnaire.Gender;
import survey.questionnaire.Japan;
import survey.questionnaire.Occupation;
import survey.questionnaire.Wave;
import survey.response.CommentPublication;
import survey.response.Status;

/**
 * Which responses. What is null selects nothing: all waves, all days, all choices. Withdrawn
 * responses are never among them.
 *
 * @param from the first day of submission, in Japan
 * @param to the day after the last, in Japan; not before the first
 * @param choice one that was chosen, among others; of the original wave: that it is listed under
 * @param status {@link Status#WITHDRAWN} selects none
 * @param text what the comment contains, letter for letter
 */
public record Selection(
    Wave wave,
    LocalDate from,
    LocalDate to,
    Choice choice,
    Status status,
    AgeGroup age,
    Gender gender,
    Occupation occupation,
    CommentPublication publication,
    String text) {
  /** Nothing was submitted before. */
  static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

  /** Nothing is submitted from then on: the last day that the database knows. */
  static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final List<Status> EXPORTED =
      List.of(Status.COUNTED, Status.FLAGGED, Status.EXCLUDED);

  /** All responses. */
  public static final Selection ALL = new Selection(null, null, null, null, null);

  /** One by what downloads can be filtered by. */
  public Selection(Wave wave, LocalDate from, LocalDate to, Choice choice, Status status) {
    this(wave, from, to, choice, status, null, null, null, null, null);
  }

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Selection {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }

  /** Whether days are selected; the original wave has none and is left out then. */
  public boolean hasDays() {
    return from != null || to != null;
  }

  /** Whether it selects by any of age, gender and occupation. */
  public boolean hasDemographics() {
    return age != null || gender != null || occupation != null;
  }

  /**
   * Whether it selects by closed answers, wave and status alone, which is what the cube is keyed
   * by.
   */
  public boolean isOfCube() {
    return !hasDays() && publication == null && text == null;
  }

  /** Whether responses of a wave can be among those selected. */
  public boolean includes(Wave candidate) {
    return (wave == null || wave == candidate) && (candidate == Wave.LIVE || !hasDays());
  }

  /** The statuses of the responses selected; none for the withdrawn. */
  public List<Status> statuses() {
    return status == null ? EXPORTED : EXPORTED.stream().filter(Set.of(status)::contains).toList();
  }

  public LocalDate firstDay() {
    return from == null ? EARLIEST : from;
  }

  public LocalDate dayAfterLast() {
    return to == null ? LATEST : to;
  }

  /** When a day begins in Japan, as the database writes moments. */
  public static String startOf(LocalDate day) {
    return STORED.format(day.atStartOfDay(Japan.ZONE));
  }

  /** The filters that are set, by their names in an address, always in the same order. */
  public Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    put(filters, "wave", wave);
    put(filters, "from", from);
    put(filters, "to", to);
    put(filters, "choice", choice);
    put(filters, "status", status);
    put(filters, "age", age);
    put(filters, "gender", gender);
    put(filters, "occupation", occupation);
    put(filters, "publication", publication);
    put(filters, "text", text);
    return filters;
  }

  private static void put(Map<String, String> filters, String name, Object value) {
    if (value != null) {
      filters.put(name, value.toString());
    }
  }

  /** The filters as in an address; empty for all responses. */
  public String query() {
    return filters().entrySet().stream()
        .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), UTF_8))
        .collect(joining("&"));
  }
}
