package survey.response;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is remembered of senders, of a fixed number of them: the one that was noted longest ago is
 * forgotten first.
 */
public final class Recent<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  /**
   * @param most how many senders are remembered
   */
  public Recent(int most) {
    this.most = most;
  }

  /** Notes something of a sender, which becomes the last to be forgotten. */
  public void note(String sender, V value) {
    // Removed first, so that it stands last.
    remove(sender);
    put(sender, value);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > most;
  }
}
