package survey.results.crosstab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rules with the operator's floors and a coin that nobody foresees. */
@ApplicationScoped
class Rules {
  private final SecureRandom random = new SecureRandom();

  @Produces
  Disclosure disclosure(
      @ConfigProperty(name = "survey.disclosure.base", defaultValue = "10") long base,
      @ConfigProperty(name = "survey.disclosure.cell", defaultValue = "3") long cell) {
    return new Disclosure(new Floors(base, cell), random::nextBoolean);
  }
}
