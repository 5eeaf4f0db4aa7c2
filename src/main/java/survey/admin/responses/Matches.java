package survey.admin.responses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import survey.admin.selection.RowsToCome;
import survey.admin.selection.Selection;
import survey.questionnaire.Wave;

/** How many responses match, as far as the tables of counts know. */
@ApplicationScoped
class Matches {
  @Inject RowsToCome rows;

  /**
   * How many there are.
   *
   * @return null if nobody has counted that; 0 also where no response can match for one of the
   *     parts alone
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Long count(Selection selection) {
    if (isCounted(selection)) {
      return rows.count(selection);
    }
    return rows.count(closedAnswersOf(selection)) == 0 ? 0L : null;
  }

  private static boolean isCounted(Selection selection) {
    return selection.isOfCube()
        || (selection.publication() == null
            && selection.text() == null
            && !selection.hasDemographics());
  }

  /** Without what the cube does not know; the original wave goes with the days. */
  private static Selection closedAnswersOf(Selection selection) {
    return new Selection(
        selection.hasDays() && selection.wave() == null ? Wave.LIVE : selection.wave(),
        null,
        null,
        selection.choice(),
        selection.status(),
        selection.age(),
        selection.gender(),
        selection.occupation(),
        null,
        null);
  }

  /** How many of the LIVE wave there are, whatever they say. */
  long live() {
    return rows.count(new Selection(Wave.LIVE, null, null, null, null));
  }
}
