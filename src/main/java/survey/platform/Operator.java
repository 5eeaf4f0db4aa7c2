package survey.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who runs the survey, as the privacy text names them. */
@ApplicationScoped
public class Operator {
  @Inject
  @ConfigProperty(name = "survey.operator")
  Optional<String> nameAndContact;

  @Produces
  @Named("operator")
  String get() {
    return nameAndContact.orElse("");
  }
}
