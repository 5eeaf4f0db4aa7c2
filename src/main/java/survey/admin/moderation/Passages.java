package survey.admin.moderation;

import java.util.ArrayList;
import java.util.List;

/** Cuts a comment where findings begin and end, for a page that marks them. */
public final class Passages {
  private Passages() {}

  /**
   * The passages in order. Their texts, joined, are the comment; an empty comment has none.
   *
   * @throws NullPointerException if the comment is null
   */
  public static List<Passage> of(String comment) {
    List<Passage> passages = new ArrayList<>();
    int end = 0;
    for (Finding finding : Findings.in(comment)) {
      if (end < finding.from()) {
        passages.add(new Passage(comment.substring(end, finding.from()), null));
      }
      end = finding.to();
      passages.add(new Passage(comment.substring(finding.from(), end), finding.detector()));
    }
    if (end < comment.length()) {
      passages.add(new Passage(comment.substring(end), null));
    }
    return List.copyOf(passages);
  }
}
