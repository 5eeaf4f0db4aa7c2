package survey.admin.responses;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The full-text index of the comments' n-grams, where the database has one (see {@code
 * V9__response_search.sql}). It finds candidates: all comments that contain a text are among them.
 */
@ApplicationScoped
class FullText {
  /**
   * What the index certainly finds by. Its parser splits texts at all that it does not take for
   * letters, those beyond the basic plane among them; and it looks for lower case only, while in
   * the index a capital stays one.
   */
  private static final Pattern LETTERS =
      Pattern.compile("[0-9a-z\\u3041-\\u3096\\u30A1-\\u30FA\\u4E00-\\u9FA5]+");

  @PersistenceContext EntityManager entityManager;

  /** How long its n-grams are; 0 if there is none. Asked once, as it does not change. */
  private volatile Integer length;

  /**
   * The condition that finds candidates.
   *
   * @return none if the index is of no use for this text, or is not there
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  Optional<Clause> candidates(String text) {
    if (text == null || length() == 0) {
      return Optional.empty();
    }
    String phrases =
        LETTERS
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(run -> run.length() >= length())
            .map(run -> "+\"" + run + "\"")
            .collect(joining(" "));
    return phrases.isEmpty()
        ? Optional.empty()
        : Optional.of(Clause.of("match (comment) against (? in boolean mode)", phrases));
  }

  private int length() {
    if (length == null) {
      length = ask();
    }
    return length;
  }

  private int ask() {
    List<?> index =
        entityManager
            .createNativeQuery(
                """
                select 1 from information_schema.statistics
                where table_schema = database() and table_name = 'response'
                  and index_name = 'response_comment' and index_type = 'FULLTEXT'
                """)
            .getResultList();
    return index.isEmpty()
        ? 0
        : ((Number) entityManager.createNativeQuery("select @@ngram_token_size").getSingleResult())
            .intValue();
  }
}
