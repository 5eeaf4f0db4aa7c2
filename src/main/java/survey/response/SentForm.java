package survey.response;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was posted to the form, right or wrong.
 *
 * @param key none if it is none of ours
 * @param opened what it says about when it was opened; empty if nothing
 * @param honeypot what stood in the field that no person sees
 * @param isMalformed whether it is not what the form sends: no key, no button, fields of its own
 */
record SentForm(
    Optional<Key> key, String opened, String honeypot, Draft draft, boolean isMalformed) {
  private static final Set<String> FIELDS =
      Set.of(
          "choice",
          "primary",
          "age",
          "gender",
          "occupation",
          "comment",
          "comment_public",
          "key",
          "opened",
          "website",
          "send",
          "lang",
          "answers");

  static SentForm of(Map<String, String[]> parameters) {
    Optional<Key> key = Key.parse(Draft.single(parameters, "key"));
    boolean isMalformed =
        key.isEmpty()
            || !parameters.containsKey("send")
            || !FIELDS.containsAll(parameters.keySet());
    return new SentForm(
        key,
        Draft.single(parameters, "opened"),
        Draft.single(parameters, "website"),
        Draft.of(parameters),
        isMalformed);
  }

  /** The same of another site's page: whoever chose its key could ask for the receipt. */
  SentForm fromElsewhere() {
    return new SentForm(Optional.empty(), opened, honeypot, draft, true);
  }
}
