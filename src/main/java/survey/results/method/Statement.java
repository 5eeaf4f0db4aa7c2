package survey.results.method;

/**
 * One thing that the card says of an item and a wave.
 *
 * @param text in the card's language; for {@link Basis#NOT_STATED} it names what is not stated, and
 *     is empty where that is the whole item
 */
public record Statement(Basis basis, String text) {}
