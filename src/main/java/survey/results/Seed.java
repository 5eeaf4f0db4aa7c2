package survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import survey.questionnaire.Choice;
import survey.questionnaire.Wave;
import survey.response.Response;
import survey.response.Sha256;

/** Proves that the original wave still is what was published. */
@ApplicationScoped
public class Seed {
  private static final Tally SOURCE =
      new Tally(
          100,
          0,
          Map.of(
              Choice.STOP_BUSINESS, 46L,
              Choice.COMPLAIN, 54L,
              Choice.FORGIVE_IF_APOLOGISED, 23L,
              Choice.NOT_BOTHERED, 5L),
          100,
          Map.of(
              Choice.STOP_BUSINESS, 39L,
              Choice.COMPLAIN, 39L,
              Choice.FORGIVE_IF_APOLOGISED, 16L,
              Choice.NOT_BOTHERED, 6L));

  /**
   * SHA-256 over the 100 entries as {@link #digest} writes them, in UTF-8 with LF, nothing
   * normalised.
   */
  private static final String DIGEST =
      "0422f246602baa66c348bb2419e7eaa5c6dc2a9f4754423e9fde3b6579e2df06";

  @PersistenceContext EntityManager entityManager;
  @Inject Results results;

  /**
   * What differs from the source, a sentence each; empty if nothing does.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public List<String> differences() {
    List<Response> responses =
        entityManager
            .createQuery(
                "select r from Response r where r.wave = :wave order by r.originalNo",
                Response.class)
            .setParameter("wave", Wave.ORIGINAL)
            .getResultList();
    Tally tally = results.summary().original();
    List<String> differences = new ArrayList<>();
    if (responses.size() != SOURCE.n()) {
      differences.add("it has " + responses.size() + " responses instead of " + SOURCE.n());
    }
    if (!digest(responses).equals(DIGEST)) {
      differences.add("a comment, its demographics or the choice it is listed under has changed");
    }
    if (!tally.equals(SOURCE)) {
      differences.add("its tally is " + tally + " instead of " + SOURCE);
    }
    return differences;
  }

  /** Fields end with the control character US, entries with RS: neither can stand in a comment. */
  private static String digest(List<Response> responses) {
    StringBuilder entries = new StringBuilder();
    for (Response response : responses) {
      entries
          .append(response.getOriginalNo())
          .append('\u001F')
          .append(response.getPrimaryChoice())
          .append('\u001F')
          .append(response.getAgeGroup())
          .append('\u001F')
          .append(response.getGender())
          .append('\u001F')
          .append(response.getOccupation())
          .append('\u001F')
          .append(response.getComment())
          .append('\u001E');
    }
    return HexFormat.of().formatHex(Sha256.of(entries.toString()));
  }
}
