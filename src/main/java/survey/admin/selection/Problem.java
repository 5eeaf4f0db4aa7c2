package survey.admin.selection;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * What is wrong with an address, at one parameter.
 *
 * @param parameter its name as it was sent
 * @param message the key of the sentence that says so, with a place for the name
 */
public record Problem(String parameter, String message) {

  /** The sentence, in the language of these messages. */
  public String sentence(ResourceBundle messages) {
    return new MessageFormat(messages.getString(message), messages.getLocale())
        .format(new Object[] {parameter});
  }
}
