package survey.admin.responses;

import java.util.List;

/**
 * What was found beyond a place.
 *
 * @param keys of the responses, the nearest first
 * @param lookedUpTo the last response that was looked at when the time was up; null if all were
 *     found that were asked for, or that there are
 */
record Found(List<Key> keys, Key lookedUpTo) {
  boolean isCutShort() {
    return lookedUpTo != null;
  }
}
