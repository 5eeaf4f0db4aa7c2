package survey.results.comparison;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import survey.results.ResultsPage;
import survey.results.Summary;
import survey.results.statistics.Look;

/** The comparison of the waves as the results page shows it, beside the summary that it shows. */
@Named
@RequestScoped
public class ComparisonPage {
  @Inject ResultsPage results;
  @Inject Comparisons comparisons;

  private Summary summary;
  private Published published;

  @PostConstruct
  void read() {
    summary = results.getSummary();
    published = comparisons.beside(summary);
  }

  /** The comparison at the last look; null before the first. */
  public Comparison getLast() {
    return published.last().orElse(null);
  }

  /** Whether there should be one, or might be, and it cannot be shown just now. */
  public boolean isUnavailable() {
    return published.last().isEmpty()
        && (published.troubled() || published.isDue(summary.live().n()));
  }

  /** LIVE's respondents at the first look. */
  public long getFirstN() {
    return Look.FIRST;
  }

  /** LIVE's respondents still missing to the first look. */
  public long getMissing() {
    return Math.max(0, Look.FIRST - summary.live().n());
  }

  /** What could be seen at the last look, or will be at the first; null with a tampered tally. */
  public Detectable getDetectable() {
    long n = published.last().map(comparison -> comparison.taken().live().n()).orElse(Look.FIRST);
    return Detectable.of(summary.original(), n).orElse(null);
  }
}
