package survey.response;

/**
 * Why a form was refused, at one field.
 *
 * @param field the field's name in the form
 * @param message the key of the sentence that says what to do
 * @param detail a figure that the sentence quotes, or 0
 */
public record Problem(String field, String message, int detail) {
  Problem(String field, String message) {
    this(field, message, 0);
  }
}
