package survey.response;

import static java.util.stream.Collectors.joining;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The chain of causes of a failure. */
public final class Causes {
  /** How SQL states begin that are about the connection (ISO/IEC 9075-2, class 08). */
  private static final String NO_CONNECTION = "08";

  /**
   * Numbers of errors (MySQL 9.7 Error Message Reference, MariaDB Error Code Reference) that the
   * driver has no class for.
   */
  private static final Set<Integer> PASSING =
      Set.of(
          1020, // changed since it was read: MariaDB with innodb_snapshot_isolation
          1047, // unknown command: a Galera node that has lost its cluster
          1053, // the server is being shut down
          1180, // error during commit
          1205, // lock wait timeout
          1213, // deadlock
          1290, // the server runs with --read-only: a group elects its primary
          1836, // running in read-only mode
          1927, // connection killed: a Galera node of MariaDB that leaves in order
          3100, // a replication plugin's hook failed
          3101); // a replication plugin rolled the transaction back

  private Causes() {}

  /** Whether one of them is of this kind. */
  public static boolean include(Throwable failure, Class<? extends Throwable> type) {
    return of(failure).anyMatch(type::isInstance);
  }

  /**
   * Whether the same may well succeed when tried again: another transaction was in the way, the
   * connection broke, or another server of the cluster takes over. Whoever tries again finds out
   * first whether it has been done.
   */
  public static boolean arePassing(Throwable failure) {
    List<SQLException> known =
        of(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast).toList();
    return known.isEmpty()
        // A commit that fails may come without its cause.
        ? include(failure, RollbackException.class)
        : known.stream().anyMatch(Causes::isPassing);
  }

  private static boolean isPassing(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return failure instanceof SQLTransactionRollbackException
        || state.startsWith(NO_CONNECTION)
        || PASSING.contains(failure.getErrorCode());
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
