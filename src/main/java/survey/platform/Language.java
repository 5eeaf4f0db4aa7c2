package survey.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The language that the address asks for: links that keep it, and sentences, figures and times as
 * it writes them.
 */
@Named
@RequestScoped
public class Language {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
  private final ResourceBundle messages = ResourceBundle.getBundle("survey.messages", locale);

  /** Its code, {@code ja} or {@code en}. */
  public String getCode() {
    return locale.getLanguage();
  }

  /** The code of the other language. */
  public String getOther() {
    return getCode().equals("en") ? "ja" : "en";
  }

  /** A path of this site in this language. */
  public String link(String path) {
    return link(path, getCode());
  }

  /** A path of this site in a language. */
  public String link(String path, String language) {
    return language.equals("en") ? path + (path.contains("?") ? "&" : "?") + "lang=en" : path;
  }

  /** The sentence of a message key, with its places {0}, {1} … filled. */
  public String sentence(String key, Object... values) {
    return new MessageFormat(messages.getString(key), locale).format(values);
  }

  /** A share in percent, 0 to 100, with one decimal. */
  public String percent(double share) {
    return Math.round(share * 10) / 10.0 + "%";
  }

  /** A moment on a clock in Japan, to the second. */
  public String time(Instant moment) {
    return DateTimeFormatter.ofPattern(messages.getString("time"), locale)
        .format(moment.atZone(JAPAN));
  }

  /** A day. */
  public String day(LocalDate day) {
    return day("day", day);
  }

  /** A day, or the first and the last of several. */
  public String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return day(first);
    }
    String key = first.getYear() == last.getYear() ? "days.sameYear" : "days";
    return sentence(key, day(first), day(last), day("day.short", first), day("day.short", last));
  }

  private String day(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(messages.getString(pattern), locale).format(day);
  }
}
