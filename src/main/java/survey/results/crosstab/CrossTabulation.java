package survey.results.crosstab;

import java.time.Instant;
import java.util.List;

/**
 * The primary choice by one demographic.
 *
 * @param asOf the moment it describes, to the second: for {@code LIVE} and {@code ALL} the last
 *     snapshot's, or now while there is none
 * @param groups every code once, in the form's order; those that are merged stand where their first
 *     code does
 */
public record CrossTabulation(Demographic by, Waves waves, Instant asOf, List<Group> groups) {
  /** Whether disclosure control still hides every figure. */
  public boolean isHidden() {
    return groups.stream().allMatch(Group::isHidden);
  }

  /** The respondents of all groups that are shown. */
  public long n() {
    return groups.stream().filter(group -> !group.isHidden()).mapToLong(Group::n).sum();
  }

  /** The groups that anybody belongs to, as far as that is shown. */
  public List<Group> inhabited() {
    return groups.stream().filter(group -> group.isHidden() || group.n() > 0).toList();
  }

  /** The codes of the groups that nobody belongs to. */
  public List<String> uninhabited() {
    return groups.stream()
        .filter(group -> !group.isHidden() && group.n() == 0)
        .flatMap(group -> group.codes().stream())
        .toList();
  }
}
