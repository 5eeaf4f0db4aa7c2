package survey.results.crosstab;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
  private Map<Waves, CrossTabulation> tables;

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
      tables = crossTabulations.of(by);
    } catch (PersistenceException e) {
      LOG.log(Level.SEVERE, "the cross-tabulations cannot be read: {0}", Causes.describe(e));
    }
  }

  /** Whether the database answers. */
  public boolean isAvailable() {
    return tables != null;
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
    return tables.get(Waves.ORIGINAL);
  }

  public CrossTabulation getLive() {
    return tables.get(Waves.LIVE);
  }

  /** Both waves together, which describe no population. */
  public CrossTabulation getAll() {
    return tables.get(Waves.ALL);
  }

  /**
   * The original's respondents in the groups that LIVE is published by, so that both waves' can
   * stand side by side.
   */
  public long originalN(Group group) {
    return getOriginal().groups().stream()
        .filter(one -> group.codes().containsAll(one.codes()))
        .mapToLong(Group::n)
        .sum();
  }
}
