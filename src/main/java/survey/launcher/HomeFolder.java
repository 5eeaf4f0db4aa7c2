package survey.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;

/**
 * SURVEY_HOME, claimed by one launcher at a time. {@code db} is kept for ever and {@code mariadb}
 * until the next version; {@code payara} and {@code tmp} are made anew at every start, so that a
 * kill leaves nothing to pile up.
 */
record HomeFolder(Path path, FileChannel claim) {

  static HomeFolder claim(Path path) throws StartFailure {
    try {
      Folders.make(path);
      requireOurs(path);
      HomeFolder home = new HomeFolder(path, lock(path.resolve("lock")));
      Folders.make(home.logs());
      Folders.renew(home.server());
      // The JVM's temporary files (uploads, unpacked jars) shall not outlive a kill in the
      // machine's /tmp either.
      System.setProperty("java.io.tmpdir", Folders.renew(home.temporary()).toString());
      return home;
    } catch (IOException e) {
      throw new StartFailure("SURVEY_HOME cannot be written to: " + e, e);
    }
  }

  /** The server that is started is in there: whoever else could write there could start another. */
  private static void requireOurs(Path path) throws IOException, StartFailure {
    PosixFileAttributes folder = Files.readAttributes(path, PosixFileAttributes.class);
    UserPrincipal user = Files.getOwner(Path.of("/proc/self"));
    boolean othersWrite =
        folder.permissions().contains(PosixFilePermission.GROUP_WRITE)
            || folder.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    if (othersWrite || !folder.owner().equals(user)) {
      throw new StartFailure(
          "SURVEY_HOME=%s must belong to the user %s and be writable by nobody else."
              .formatted(path, user.getName()));
    }
  }

  /** The kernel gives the lock back when the process ends, however it ends. */
  private static FileChannel lock(Path file) throws IOException, StartFailure {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      if (channel.tryLock() != null) {
        byte[] pid =
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(pid));
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process: the same answer.
    }
    String holder = Files.readString(file);
    channel.close();
    throw new StartFailure(
        "Another survey (process %s) is running with SURVEY_HOME=%s; stop it first or give this one another folder."
            .formatted(holder, file.getParent()));
  }

  Path server() {
    return path.resolve("payara");
  }

  Path temporary() {
    return path.resolve("tmp");
  }

  Path logs() {
    return path.resolve("log");
  }
}
