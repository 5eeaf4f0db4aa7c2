package survey.admin.moderation;

/**
 * A stretch of a comment that is pointed out as a whole, or not at all.
 *
 * @param text letter for letter; never empty
 * @param detector what points it out; null for ordinary text
 */
public record Passage(String text, Detector detector) {}
