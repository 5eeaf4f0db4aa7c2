package survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The real database below the container that the in-container tests run in: started before
 * Arquillian reads how to start the container, and there as long as the tests are.
 */
public final class ContainerDatabase implements LauncherSessionListener {
  private TestDatabase database;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("payara.microJar") == null) {
      return;
    }
    Path home = RunningSurvey.freshHome("container");
    Path beforeBoot = home.resolve("before-boot");
    database = TestDatabase.start(home);
    try {
      Files.writeString(
          beforeBoot,
          "set configs.config.server-config.network-config.network-listeners.network-listener"
              + ".http-listener.address=127.0.0.1\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    System.setProperty(
        "payara.cmdOptions",
        String.join(
            " ",
            "-Xmx256m",
            "-Duser.timezone=Asia/Tokyo",
            "-Dsurvey.db.url=" + database.url(),
            "-Dsurvey.db.user=" + database.user(),
            "-Dsurvey.db.password=" + database.password()));
    System.setProperty(
        "payara.extraMicroOptions",
        String.join(
            " ",
            "--nohazelcast",
            "--port " + RunningSurvey.freePort(),
            "--rootDir " + home.resolve("payara"),
            "--prebootcommandfile " + beforeBoot));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (database != null) {
      database.close();
    }
  }
}
