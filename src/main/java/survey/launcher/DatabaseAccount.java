package survey.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The one account that may come in by TCP: the application's, with a password that nobody has seen.
 */
record DatabaseAccount(String user, String password) {

  static DatabaseAccount withFreshPassword(String user) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return new DatabaseAccount(user, HexFormat.of().formatHex(random));
  }

  /**
   * For {@code --init-file}, whose statements stand on one line each. Errors in it would pass
   * unnoticed.
   */
  void writeTo(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        """
        create database if not exists survey character set utf8mb4;
        create user if not exists %1$s identified by '%2$s';
        alter user %1$s identified by '%2$s';
        grant all privileges on survey.* to %1$s;
        """
            .formatted("'" + user + "'@'127.0.0.1'", password),
        StandardOpenOption.WRITE);
  }

  /** Records print their components; this one has a secret. */
  @Override
  public String toString() {
    return user;
  }
}
