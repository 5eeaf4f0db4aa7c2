package survey.results.method;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Causes;

/** The card on the page at {@code /about}, which opens even while the database does not answer. */
@Named
@RequestScoped
public class MethodPage {
  private static final Logger LOG = Logger.getLogger(MethodPage.class.getName());

  @Inject Method method;

  private Facts facts;
  private Card card;

  @PostConstruct
  void read() {
    try {
      facts = method.facts();
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the figures of the method cannot be read: {0}", Causes.describe(e));
    }
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    card =
        method.card(
            ResourceBundle.getBundle("survey.messages", locale), Optional.ofNullable(facts));
  }

  public Card getCard() {
    return card;
  }

  /** What the data say; null while the database does not answer. */
  public Facts getFacts() {
    return facts;
  }

  public List<Item> getItems() {
    return List.of(Item.values());
  }

  public List<Wave> getWaves() {
    return List.of(Wave.values());
  }

  /** The form's questions. */
  public List<Question> getQuestions() {
    return Question.ALL;
  }

  /** A message in Japanese, the language of the exact wording. */
  public String japanese(String key) {
    return Bilingual.JAPANESE.getString(key);
  }

  /** Whether choosing this code rules out the others. */
  public boolean isExclusive(String choice) {
    return Choice.valueOf(choice).isExclusive();
  }
}
