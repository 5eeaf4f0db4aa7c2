package survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausesTest {
  private static boolean arePassing(Throwable cause) {
    return Causes.arePassing(new PersistenceException(cause));
  }

  @ParameterizedTest
  @ValueSource(ints = {1020, 1047, 1053, 1180, 1205, 1213, 1290, 1836, 1927, 3100, 3101})
  void arePassingWhereAnotherTransactionOrServerIsInTheWay(int number) {
    assertThat(arePassing(new SQLException("", "HY000", number))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08S01", "08001", "08003"})
  void arePassingWhereTheConnectionIsLost(String state) {
    assertThat(arePassing(new SQLException("", state, 0))).isTrue();
    assertThat(arePassing(new SQLException("the pool's", new SQLException("", state, 0)))).isTrue();
  }

  @Test
  void arePassingWhereACommitFailsWithoutACause() {
    assertThat(arePassing(new RollbackException())).isTrue();
  }

  @Test
  void arePassingNowhereElse() {
    assertThat(arePassing(new SQLException("", "HY000", 1114))).as("a table is full").isFalse();
    assertThat(arePassing(new SQLTransientConnectionException("the database is away"))).isFalse();
    assertThat(arePassing(new SQLIntegrityConstraintViolationException("", "23000", 1062)))
        .isFalse();
    assertThat(arePassing(new IllegalStateException())).isFalse();
  }
}
