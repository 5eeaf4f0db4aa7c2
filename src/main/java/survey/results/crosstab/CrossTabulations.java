package survey.results.crosstab;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import survey.questionnaire.AgeBand;
import survey.questionnaire.AgeGroup;
import survey.questionnaire.Wave;

/** What is public of the primary choice by demographics. */
@ApplicationScoped
public class CrossTabulations {
  @Inject Cube cube;
  @Inject Snapshots snapshots;
  @Inject Clock clock;

  /**
   * The cross-tabulation as it is published at this moment.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public CrossTabulation of(Demographic by, Waves waves) {
    Instant now = now();
    return switch (waves) {
      case ORIGINAL -> original(by, now, cube.rows(by, Wave.ORIGINAL));
      case LIVE -> live(by, waves, now, snapshots.current(by, now), Rows.NONE);
      case ALL -> live(by, waves, now, snapshots.current(by, now), cube.rows(by, Wave.ORIGINAL));
    };
  }

  /**
   * All of them at one moment, with one reading of each wave.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public Map<Waves, CrossTabulation> of(Demographic by) {
    Instant now = now();
    Rows original = cube.rows(by, Wave.ORIGINAL);
    Optional<Snapshot> snapshot = snapshots.current(by, now);
    return Map.of(
        Waves.ORIGINAL, original(by, now, original),
        Waves.LIVE, live(by, Waves.LIVE, now, snapshot, Rows.NONE),
        Waves.ALL, live(by, Waves.ALL, now, snapshot, original));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static CrossTabulation original(Demographic by, Instant now, Rows rows) {
    List<Group> groups =
        by.codes().stream().map(code -> Group.of(List.of(code), rows.sum(List.of(code)))).toList();
    return new CrossTabulation(by, Waves.ORIGINAL, now, groups);
  }

  private static CrossTabulation live(
      Demographic by, Waves waves, Instant now, Optional<Snapshot> snapshot, Rows added) {
    return new CrossTabulation(
        by,
        waves,
        snapshot.map(Snapshot::takenAt).orElse(now),
        snapshot.map(taken -> taken.groups(added)).orElse(Snapshot.hiddenGroups(by)));
  }

  /**
   * Whether a band of ages is published as such at this moment, so that saying that one respondent
   * belongs to it tells nothing about how many do. Once published, it stays so.
   *
   * @throws jakarta.persistence.PersistenceException if the database does not answer
   */
  public boolean isPublished(AgeBand band) {
    Set<String> codes = band.ageGroups().stream().map(AgeGroup::name).collect(toSet());
    return snapshots.last(Demographic.AGE).filter(taken -> taken.publishes(codes)).isPresent();
  }
}
