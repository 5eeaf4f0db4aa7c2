package survey.admin.moderation;

/**
 * A part of a comment that a detector points out.
 *
 * @param from where it begins, in UTF-16 units of the comment, from 0
 * @param to where it ends, likewise; the unit there no longer belongs to it
 */
public record Finding(Detector detector, int from, int to) {}
