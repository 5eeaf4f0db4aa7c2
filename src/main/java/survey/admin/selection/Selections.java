package survey.admin.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads downloads' selections from where they were noted, for pages to put them into words. */
@Named
@ApplicationScoped
public class Selections {

  /**
   * The selection of a download that was made once.
   *
   * @param query its filters as in its address
   * @return null if there is no such selection any longer
   */
  public Selection read(String query) {
    Map<String, String[]> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.put(parts[0], new String[] {parts[1]});
      }
    }
    return new Parameters(parameters, Set.of("wave", "from", "to", "choice", "status")).selection();
  }
}
