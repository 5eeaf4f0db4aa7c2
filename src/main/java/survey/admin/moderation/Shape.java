package survey.admin.moderation;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a detector tells what it looks for.
 *
 * @param pattern over {@linkplain Plain plain} text. It must look no further from one place than
 *     some fixed distance, or begin only where nothing that it could go through stands before
 * @param check what a match must be besides
 */
record Shape(Detector detector, Pattern pattern, Predicate<String> check) {
  Shape(Detector detector, Pattern pattern) {
    this(detector, pattern, match -> true);
  }

  /** What has this shape, in order, no two overlapping. */
  Stream<Finding> in(String plain) {
    Stream.Builder<Finding> findings = Stream.builder();
    Matcher matcher = pattern.matcher(plain);
    int next = 0;
    while (next <= plain.length() && matcher.find(next)) {
      if (check.test(matcher.group())) {
        findings.add(new Finding(detector, matcher.start(), matcher.end()));
        next = matcher.end();
      } else {
        // What fails may have swallowed the beginning of what would not.
        next = matcher.start() + 1;
      }
    }
    return findings.build();
  }
}
