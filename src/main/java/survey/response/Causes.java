package survey.response;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.util.stream.Stream;

/** The chain of causes of a failure. */
public final class Causes {
  private Causes() {}

  static boolean include(Throwable failure, Class<? extends Throwable> type) {
    return of(failure).anyMatch(type::isInstance);
  }

  /** Whether the same may well succeed when tried again: after a deadlock, a lost connection. */
  public static boolean arePassing(Throwable failure) {
    return include(failure, SQLTransactionRollbackException.class)
        || include(failure, SQLRecoverableException.class);
  }

  /**
   * What failed, for a log: the kinds and SQL states alone, since the driver's messages quote keys
   * and comments.
   */
  public static String describe(Throwable failure) {
    return of(failure).map(Causes::kind).collect(joining(" < "));
  }

  private static String kind(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause instanceof SQLException e
        ? name + " " + e.getSQLState() + "/" + e.getErrorCode()
        : name;
  }

  private static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
