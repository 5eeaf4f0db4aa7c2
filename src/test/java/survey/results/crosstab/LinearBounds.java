package survey.results.crosstab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * What sums are known of one choice's counts at several moments leaves for the others, if counts
 * only grow: by linear programming, without any thought about what the sums look like.
 */
final class LinearBounds {
  private final List<String> codes;
  private final List<Map<Set<String>, Long>> moments;
  private final List<LinearConstraint> constraints = new ArrayList<>();

  /**
   * @param moments for each moment in turn, what some codes add up to
   */
  LinearBounds(List<String> codes, List<Map<Set<String>, Long>> moments) {
    this.codes = codes;
    this.moments = moments;
    for (int moment = 0; moment < moments.size(); moment++) {
      for (Map.Entry<Set<String>, Long> known : moments.get(moment).entrySet()) {
        constraints.add(
            new LinearConstraint(
                row(moment, known.getKey(), 1), Relationship.EQ, known.getValue()));
      }
      for (String code : codes) {
        if (moment > 0) {
          double[] growth = row(moment, Set.of(code), 1);
          growth[index(moment - 1, code)] = -1;
          constraints.add(new LinearConstraint(growth, Relationship.GEQ, 0));
        }
      }
    }
  }

  private double[] row(int moment, Set<String> some, double value) {
    double[] row = new double[moments.size() * codes.size()];
    for (String code : some) {
      row[index(moment, code)] = value;
    }
    return row;
  }

  private int index(int moment, String code) {
    return moment * codes.size() + codes.indexOf(code);
  }

  Range range(int moment, Set<String> some) {
    LinearObjectiveFunction sum = new LinearObjectiveFunction(row(moment, some, 1), 0);
    return new Range(bound(sum, GoalType.MINIMIZE), bound(sum, GoalType.MAXIMIZE));
  }

  private long bound(LinearObjectiveFunction sum, GoalType goal) {
    return Math.round(
        new SimplexSolver()
            .optimize(
                sum, new LinearConstraintSet(constraints), goal, new NonNegativeConstraint(true))
            .getValue());
  }
}
