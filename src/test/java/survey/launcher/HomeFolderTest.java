package survey.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
  private final String temporary = System.getProperty("java.io.tmpdir");
  @TempDir private Path folder;

  @AfterEach
  void restoreTemporaryFolder() {
    System.setProperty("java.io.tmpdir", temporary);
  }

  @Test
  void refusesASecondLauncher() throws Exception {
    try (FileChannel claim = HomeFolder.claim(folder).claim()) {
      assertThat(claim.isOpen()).isTrue();
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> HomeFolder.claim(folder))
          .withMessageContaining("Another survey (process " + ProcessHandle.current().pid() + ")");
    }
    HomeFolder.claim(folder).claim().close();
  }

  @Test
  void keepsTheDataAndNothingOfTheServers() throws Exception {
    Path data = write("db/ibdata1");
    Path server = write("payara/root/config/domain.xml");
    Path upload = write("tmp/upload");
    HomeFolder.claim(folder).claim().close();
    assertThat(data).exists();
    assertThat(server).doesNotExist();
    assertThat(upload).doesNotExist();
  }

  @Test
  void doesNotFollowALinkWhenItClears() throws Exception {
    Path elsewhere = write("elsewhere/precious");
    Files.createDirectories(folder.resolve("tmp"));
    Files.createSymbolicLink(folder.resolve("tmp/link"), folder.resolve("elsewhere"));
    HomeFolder.claim(folder).claim().close();
    assertThat(elsewhere).exists();
  }

  @Test
  void refusesAFolderThatOthersMayWriteTo() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> HomeFolder.claim(folder))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("writable by nobody else");
  }

  @Test
  void doesNotWriteThroughALinkedLock() throws Exception {
    Path elsewhere = write("elsewhere/precious");
    Files.createSymbolicLink(folder.resolve("lock"), elsewhere);
    assertThatThrownBy(() -> HomeFolder.claim(folder)).isInstanceOf(StartFailure.class);
    assertThat(elsewhere).hasContent("x");
  }

  private Path write(String file) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "x");
  }
}
