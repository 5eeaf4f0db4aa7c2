package survey.admin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import survey.admin.selection.Selection;
import survey.questionnaire.Wave;
import survey.response.RespondentChange;
import survey.response.Response;
import survey.response.recount.CubeRebuilt;
import survey.response.recount.Recounted;
import survey.response.retention.CommentsErased;

/**
 * All that was done. An entry is part of the transaction of what it tells of, where there is one.
 */
@ApplicationScoped
public class AuditLog {

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  /**
   * Notes that an account did something.
   *
   * @param account the account's name; null where somebody claimed a name that no account has
   */
  @Transactional
  public void add(Action action, String account) {
    entityManager.persist(new AuditEntry(clock.instant(), account, action));
  }

  /** Notes what is counted, or was done many times, by an account or by nobody. */
  @Transactional
  public void addCount(Action action, String account, long count) {
    entityManager.persist(new AuditEntry(clock.instant(), account, action).ofCount(count));
  }

  /**
   * Notes a download, or its end.
   *
   * @param selection its filters as in its address
   * @param rowCount how many responses were sent; null at the start
   */
  @Transactional
  public void addDownload(Action action, String account, String selection, Long rowCount) {
    entityManager.persist(
        new AuditEntry(clock.instant(), account, action).ofSelection(selection, rowCount));
  }

  /** Notes that an account changed a response, which is as it is told here by now. */
  @Transactional
  public void addChange(Action action, String account, Response response) {
    entityManager.persist(new AuditEntry(clock.instant(), account, action).of(response));
  }

  /** Notes that a respondent changed their own response. */
  void noteChange(@Observes RespondentChange change) {
    Action action =
        change.response().isWithdrawn() ? Action.RESPONSE_WITHDRAWN : Action.RESPONSE_CORRECTED;
    addChange(action, null, change.response());
  }

  /** Notes that comments were erased since their time was over, which nobody did. */
  void noteErasure(@Observes CommentsErased erased) {
    Selection sentUntil = new Selection(Wave.LIVE, null, erased.lastDay().plusDays(1), null, null);
    entityManager.persist(
        new AuditEntry(clock.instant(), null, Action.COMMENTS_ERASED)
            .ofSelection(sentUntil.query(), (long) erased.count()));
  }

  /** Notes that somebody had the counts compared with the rows. */
  void noteRecount(@Observes Recounted recounted) {
    addCount(Action.COUNTS_COMPARED, recounted.account(), recounted.cells());
  }

  /** Notes that somebody had counts put right. */
  void noteRebuild(@Observes CubeRebuilt rebuilt) {
    addCount(Action.COUNTS_REBUILT, rebuilt.account(), rebuilt.cells());
  }

  /**
   * Some entries, newest first. They are found by key, so that the log may grow.
   *
   * @param kind the only kind of them; null for all
   * @param before the id that they all come before; {@link Long#MAX_VALUE} for the newest
   * @param most how many at most
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public List<AuditEntry> newest(Kind kind, long before, int most) {
    if (kind == null) {
      return entityManager
          .createQuery(
              "select e from AuditEntry e where e.id < :before order by e.id desc",
              AuditEntry.class)
          .setParameter("before", before)
          .setMaxResults(most)
          .getResultList();
    }
    // Each action alone is one range of the index; several would have to be sorted as a whole. Not
    // forced, MariaDB 10.11 reads all newer ones of the action as well.
    Query query =
        entityManager
            .createNativeQuery(
                """
                select * from audit_entry force index (audit_entry_action)
                where action = ? and id < ? order by id desc limit ?
                """,
                AuditEntry.class)
            .setParameter(2, before)
            .setParameter(3, most);
    return kind.actions().stream()
        .flatMap(action -> entries(query.setParameter(1, action.name())))
        .sorted(Comparator.comparing(AuditEntry::getId).reversed())
        .limit(most)
        .toList();
  }

  private static Stream<AuditEntry> entries(Query query) {
    return ((List<?>) query.getResultList()).stream().map(AuditEntry.class::cast);
  }

  /**
   * Some entries about one response, newest first.
   *
   * @param before the id that they all come before; {@link Long#MAX_VALUE} for the newest
   * @param most how many at most
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public List<AuditEntry> about(long responseId, long before, int most) {
    return entityManager
        .createQuery(
            """
            select e from AuditEntry e where e.responseId = :response and e.id < :before
            order by e.id desc
            """,
            AuditEntry.class)
        .setParameter("response", responseId)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Whether what was last done to a response was this action, by this account.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public boolean isLastBy(String account, Action action, long responseId) {
    return about(responseId, Long.MAX_VALUE, 1).stream()
        .anyMatch(
            entry -> entry.getAction() == action && Objects.equals(entry.getAccount(), account));
  }
}
