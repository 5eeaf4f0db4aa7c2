package survey.results.crosstab;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import survey.response.Causes;

/**
 * The section of the results page that shows the primary choice by groups of respondents: {@code
 * ?by=} names the demographic. What an address says wrongly counts as not said.
 */
@Named
@RequestScoped
public class GroupsPage {
  private static final Logger LOG = Logger.getLogger(GroupsPage.class.getName());

  @Inject CrossTabulations crossTabulations;

  private Demographic by;
  private CrossTabulation original;
  private CrossTabulation live;
  private CrossTabulation all;

  @PostConstruct
  void read() {
    String asked =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("by", "");
    by =
        Arrays.stream(Demographic.values())
            .filter(candidate -> candidate.parameter().equals(asked))
            .findFirst()
            .orElse(Demographic.AGE);
    try {
      original = crossTabulations.of(by, Waves.ORIGINAL);
      live = crossTabulations.of(by, Waves.LIVE);
      all = crossTabulations.of(by, Waves.ALL);
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the cross-tabulations cannot be read: {0}", Causes.describe(e));
    }
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return all != null;
  }

  /** The demographic; age unless the address names another. */
  public Demographic getBy() {
    return by;
  }

  public List<Demographic> getDemographics() {
    return List.of(Demographic.values());
  }

  /** The address of a demographic's tables, without the language. */
  public String address(Demographic demographic) {
    return "/results?by=" + demographic.parameter();
  }

  public CrossTabulation getOriginal() {
    return original;
  }

  public CrossTabulation getLive() {
    return live;
  }

  /** Both waves together, which describe no population. */
  public CrossTabulation getAll() {
    return all;
  }

  /**
   * The original's respondents in the groups that LIVE is published by, so that both waves' can
   * stand side by side.
   */
  public long originalN(Group group) {
    return original.groups().stream()
        .filter(one -> group.codes().containsAll(one.codes()))
        .mapToLong(Group::n)
        .sum();
  }
}
