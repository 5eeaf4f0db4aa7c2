package survey.results.crosstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemographicTest {
  @ParameterizedTest
  @EnumSource
  void hasEveryCodeOnceInItsTree(Demographic by) {
    List<String> leaves =
        by.tree()
            .all()
            .filter(node -> !node.isParted())
            .flatMap(node -> node.codes().stream())
            .toList();
    assertThat(leaves).containsExactlyInAnyOrderElementsOf(by.codes());
    assertThat(by.tree().codes()).containsExactlyInAnyOrderElementsOf(by.codes());
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryNodeByItsName(Demographic by) {
    assertThat(by.tree().all())
        .allSatisfy(node -> assertThat(by.node(by.name(node))).isSameAs(node));
    assertThat(by.tree().all().map(by::name)).allMatch(name -> name.length() <= 150);
  }
}
