package survey.admin.responses;

import survey.admin.selection.Conditions;
import survey.admin.selection.Selection;
import survey.response.CommentPublication;
import survey.response.Status;

/** A selection as conditions on {@code response}, and where to look for it. */
final class Filter {
  private static final String ESCAPE = "!";

  private Filter() {}

  /** What is so of every response selected. */
  static Clause of(Selection selection) {
    return Clause.all(
        Clause.of(Conditions.status(selection)),
        Clause.of(Conditions.closedAnswers(selection)),
        publication(selection),
        days(selection),
        text(selection));
  }

  private static Clause publication(Selection selection) {
    return selection.publication() == null
        ? Clause.TRUE
        : Clause.of("comment_public = '%s'".formatted(selection.publication()));
  }

  private static Clause days(Selection selection) {
    return selection.hasDays()
        ? Clause.of(
            "submitted_at >= ? and submitted_at < ?",
            Selection.startOf(selection.firstDay()),
            Selection.startOf(selection.dayAfterLast()))
        : Clause.TRUE;
  }

  /** Letter for letter: the column's collation tells everything apart. */
  private static Clause text(Selection selection) {
    return selection.text() == null
        ? Clause.TRUE
        : Clause.of(
            "comment like ? escape '" + ESCAPE + "'",
            "%" + selection.text().replaceAll("[!%_]", ESCAPE + "$0") + "%");
  }

  /** The index that leads through the fewest responses of the LIVE wave. */
  static String index(Selection selection) {
    return usesStatus(selection)
        ? "response_status"
        : usesPublication(selection) ? "response_publication" : "response_submitted_at";
  }

  /** What that index alone decides. */
  static Clause ofIndex(Selection selection) {
    Clause first =
        usesStatus(selection)
            ? Clause.of("status = '%s'".formatted(selection.status()))
            : usesPublication(selection) ? publication(selection) : Clause.TRUE;
    return Clause.all(Clause.of("wave = 'LIVE'"), first, days(selection));
  }

  private static boolean usesPublication(Selection selection) {
    return selection.publication() != null;
  }

  /** Most are counted, and most have no comment for publication: neither narrows much. */
  private static boolean usesStatus(Selection selection) {
    return selection.status() != null
        && (selection.status() != Status.COUNTED
            || selection.publication() == null
            || selection.publication() == CommentPublication.NO);
  }
}
