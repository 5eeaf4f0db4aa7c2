package survey.results.crosstab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import survey.questionnaire.Choice;

/**
 * Keeps the snapshots in the database. A demographic's row of {@code crosstab_trial} says where it
 * stands; whoever changes it from what they saw makes the trial, and everybody else finds it made.
 */
@ApplicationScoped
class Trials {
  @PersistenceContext EntityManager entityManager;
  @Inject Disclosure disclosure;

  /**
   * Where a demographic stands.
   *
   * @param triedAt LIVE's base at the last trial; 0 before the first
   * @param snapshot the number of the last snapshot; 0 before the first
   */
  record Last(long triedAt, int snapshot) {}

  Last last(Demographic by) {
    Object[] columns =
        (Object[])
            entityManager
                .createNativeQuery(
                    "select n, snapshot_no from crosstab_trial where demographic = ?")
                .setParameter(1, by.name())
                .getSingleResult();
    return new Last(((Number) columns[0]).longValue(), ((Number) columns[1]).intValue());
  }

  Snapshot snapshot(Demographic by, int number) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select s.taken_at, c.block, c.primary_choice, c.n
                from crosstab_snapshot s join crosstab_cell c using (demographic, snapshot_no)
                where s.demographic = ? and s.snapshot_no = ?
                """)
            .setParameter(1, by.name())
            .setParameter(2, number)
            .getResultList();
    Map<String, Map<Choice, Long>> counts = new LinkedHashMap<>();
    Instant takenAt = null;
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      takenAt = ((LocalDateTime) columns[0]).toInstant(ZoneOffset.UTC);
      counts
          .computeIfAbsent((String) columns[1], block -> new EnumMap<>(Choice.class))
          .put(Choice.valueOf((String) columns[2]), ((Number) columns[3]).longValue());
    }
    Map<Node, Cells> blocks = new LinkedHashMap<>();
    counts.forEach((block, primary) -> blocks.put(by.node(block), new Cells(primary)));
    return new Snapshot(by, number, takenAt, blocks);
  }

  /** Makes the trial that follows the last one, unless another node does. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void make(Demographic by, Last last, Rows live, Instant now) {
    boolean isOurs =
        entityManager
                .createNativeQuery(
                    """
                    update crosstab_trial set n = ? where demographic = ? and n = ? and snapshot_no = ?
                    """)
                .setParameter(1, live.whole().n())
                .setParameter(2, by.name())
                .setParameter(3, last.triedAt())
                .setParameter(4, last.snapshot())
                .executeUpdate()
            > 0;
    if (isOurs) {
      blocks(by, last, live)
          .ifPresent(blocks -> add(new Snapshot(by, last.snapshot() + 1, now, blocks)));
    }
  }

  private Optional<Map<Node, Cells>> blocks(Demographic by, Last last, Rows live) {
    if (last.snapshot() == 0) {
      return Optional.of(disclosure.first(by.tree(), live));
    }
    return disclosure.next(snapshot(by, 1).blocks(), snapshot(by, last.snapshot()).blocks(), live);
  }

  private void add(Snapshot snapshot) {
    entityManager
        .createNativeQuery(
            "insert into crosstab_snapshot (demographic, snapshot_no, taken_at) values (?, ?, ?)")
        .setParameter(1, snapshot.by().name())
        .setParameter(2, snapshot.number())
        .setParameter(3, LocalDateTime.ofInstant(snapshot.takenAt(), ZoneOffset.UTC))
        .executeUpdate();
    snapshot.blocks().forEach((node, cells) -> add(snapshot, node, cells));
    entityManager
        .createNativeQuery("update crosstab_trial set snapshot_no = ? where demographic = ?")
        .setParameter(1, snapshot.number())
        .setParameter(2, snapshot.by().name())
        .executeUpdate();
  }

  private void add(Snapshot snapshot, Node node, Cells cells) {
    cells
        .primary()
        .forEach(
            (choice, n) ->
                entityManager
                    .createNativeQuery(
                        """
                        insert into crosstab_cell (demographic, snapshot_no, block, primary_choice, n)
                        values (?, ?, ?, ?, ?)
                        """)
                    .setParameter(1, snapshot.by().name())
                    .setParameter(2, snapshot.number())
                    .setParameter(3, snapshot.by().name(node))
                    .setParameter(4, choice.name())
                    .setParameter(5, n)
                    .executeUpdate());
  }
}
