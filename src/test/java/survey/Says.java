package survey;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The sentences of the privacy text that a test holds true. */
@Retention(RetentionPolicy.RUNTIME)
@interface Says {
  String[] value();
}
