package survey.results.crosstab;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import survey.questionnaire.AgeBand;
import survey.questionnaire.AgeGroup;

/** The ages that a comment may show. */
class BandsTest {
  /** So that a band can be published before each of its ages is. */
  @ParameterizedTest
  @EnumSource
  void areMadeOfAtMostTwoNodes(AgeBand band) {
    Set<String> codes = band.ageGroups().stream().map(AgeGroup::name).collect(toSet());
    Set<Node> inside =
        Demographic.AGE
            .tree()
            .all()
            .filter(node -> codes.containsAll(node.codes()))
            .collect(toSet());
    long outermost =
        inside.stream()
            .filter(node -> inside.stream().noneMatch(other -> other.parts().contains(node)))
            .count();
    assertThat(outermost).isBetween(1L, 2L);
  }

  @ParameterizedTest
  @EnumSource
  void arePublishedWhereEachAgeIs(AgeBand band) {
    Map<Node, Cells> each =
        Demographic.AGE
            .tree()
            .all()
            .filter(node -> !node.isParted())
            .collect(toMap(node -> node, node -> Cells.NONE));
    Snapshot snapshot = new Snapshot(Demographic.AGE, 1, Instant.EPOCH, each);
    assertThat(snapshot.publishes(band.ageGroups().stream().map(AgeGroup::name).collect(toSet())))
        .isTrue();
  }
}
