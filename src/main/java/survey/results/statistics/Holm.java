package survey.results.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several p-values say together. */
public final class Holm {
  private Holm() {}

  /**
   * Adjusts a family of p-values, so that comparing each with alpha keeps the chance of any false
   * alarm in the family to alpha, however they depend on each other: S. Holm, Scand. J. Statist. 6
   * (1979) 65–70; as adjusted values, S. P. Wright, Biometrics 48 (1992) 1005–1013. The smallest is
   * multiplied by how many there are, the next by one less, and none may fall below the one before.
   *
   * @param ps by what they are about, 0 to 1 each
   * @return the adjusted ones, the smallest first, 0 to 1 each
   * @throws IllegalArgumentException if one is not 0 to 1
   */
  public static <K> Map<K, Double> adjust(Map<K, Double> ps) {
    ps.values().forEach(Holm::check);
    List<Map.Entry<K, Double>> ascending =
        ps.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    Map<K, Double> adjusted = new LinkedHashMap<>();
    int left = ps.size();
    double before = 0;
    for (Map.Entry<K, Double> p : ascending) {
      before = Math.max(before, Math.min(1, left * p.getValue()));
      adjusted.put(p.getKey(), before);
      left--;
    }
    return adjusted;
  }

  private static void check(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A p-value must be 0 to 1: " + p);
    }
  }
}
