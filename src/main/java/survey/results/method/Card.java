package survey.results.method;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import survey.questionnaire.Wave;
import survey.results.Tally;

/** The method card in one language. */
public final class Card {
  private static final List<String> DIFFERENCES =
      List.of(
          "differences",
          "recruitment",
          "demographics",
          "exclusive",
          "primary",
          "comments",
          "beforehand");

  private final ResourceBundle messages;
  private final Optional<Facts> facts;
  private final Optional<String> operator;

  Card(ResourceBundle messages, Optional<Facts> facts, Optional<String> operator) {
    this.messages = messages;
    this.facts = facts;
    this.operator = operator;
  }

  /** The item's name. */
  public String name(Item item) {
    return messages.getString(item.nameKey());
  }

  /** What is to be said of an item and a wave: at least one statement. */
  public List<Statement> statements(Item item, Wave wave) {
    List<Statement> statements = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      text(item, wave, basis).ifPresent(text -> statements.add(new Statement(basis, text)));
    }
    return statements.isEmpty() ? List.of(new Statement(Basis.NOT_STATED, "")) : statements;
  }

  private Optional<String> text(Item item, Wave wave, Basis basis) {
    String key = item.key(wave) + basis.ending();
    if (basis != Basis.STATED || !(item.isFromTheData(wave) || isTheOperator(item, wave))) {
      return messages.containsKey(key) ? Optional.of(messages.getString(key)) : Optional.empty();
    }
    if (isTheOperator(item, wave)) {
      return Optional.of(operator.orElseGet(() -> messages.getString(key + ".unset")));
    }
    return Optional.of(
        facts
            .map(known -> sentence(key, wave, known))
            .orElseGet(() -> messages.getString("method.unavailable")));
  }

  private static boolean isTheOperator(Item item, Wave wave) {
    return item == Item.CONDUCTED_BY && wave == Wave.LIVE;
  }

  /** {0} responses count, {1} were taken out; {2} and {3} are the first and the last one's day. */
  private String sentence(String key, Wave wave, Facts known) {
    Tally tally = known.summary().waves().get(wave);
    boolean before = wave == Wave.LIVE && known.firstResponse().isEmpty();
    String pattern =
        messages.getString(before && messages.containsKey(key + ".none") ? key + ".none" : key);
    return new MessageFormat(pattern, messages.getLocale())
        .format(
            new Object[] {
              tally.n(), tally.excluded(), day(known.firstResponse()), day(known.lastResponse())
            });
  }

  private String day(Optional<LocalDate> day) {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(messages.getString("day"), messages.getLocale());
    return day.map(format::format).orElse("");
  }

  /** How the waves differ, the sentence that must not be missed first. */
  public List<String> differences() {
    return DIFFERENCES.stream().map(point -> messages.getString("about.limits." + point)).toList();
  }
}
