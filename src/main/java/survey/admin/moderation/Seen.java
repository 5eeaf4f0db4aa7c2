package survey.admin.moderation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response as an admin looked at it when deciding.
 *
 * @param version grows with every change
 */
record Seen(long id, int version) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

  /** As forms have it, which is {@link survey.response.Response#getRevision}. */
  static Optional<Seen> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Seen(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
