package survey.platform;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * EclipseLink asks a database that does not answer again, three times and five seconds apart. The
 * pool hands out connections that work, and a respondent who waits is better told so.
 */
public class WithoutRetries implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    session.getLogin().setQueryRetryAttemptCount(0);
  }
}
