package survey.admin.moderation;

import java.util.ArrayList;
import java.util.List;

/** All that the detectors point out in a comment. */
public final class Findings {
  private Findings() {}

  /**
   * The findings by position, none of them empty. None overlap: what several detectors find belongs
   * to the first of them in the order of {@link Detector}, and what is left of the others stays
   * theirs. Takes time in proportion to the comment's length.
   *
   * @throws NullPointerException if the comment is null
   */
  public static List<Finding> in(String comment) {
    Plain plain = new Plain(comment);
    Detector[] owners = owners(plain.text());
    List<Finding> findings = new ArrayList<>();
    for (int from = 0; from < owners.length; ) {
      int to = from + 1;
      while (to < owners.length && owners[to] == owners[from]) {
        to++;
      }
      if (owners[from] != null) {
        findings.add(plain.inComment(new Finding(owners[from], from, to)));
      }
      from = to;
    }
    return List.copyOf(findings);
  }

  /** For each UTF-16 unit of a plain text the detector that has it, or null. */
  private static Detector[] owners(String plain) {
    Detector[] owners = new Detector[plain.length()];
    for (Detector detector : Detector.values()) {
      detector.in(plain).forEach(finding -> claim(owners, finding));
    }
    return owners;
  }

  private static void claim(Detector[] owners, Finding finding) {
    for (int i = finding.from(); i < finding.to(); i++) {
      if (owners[i] == null) {
        owners[i] = finding.detector();
      }
    }
  }
}
