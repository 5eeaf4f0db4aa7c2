package survey.bench;

/**
 * What downloads took.
 *
 * @param times how many there were
 * @param rows responses in all of them
 * @param bytes of all of them, as they were sent
 * @param seconds from asking to the last byte, added up
 * @param server CPU of the server, in seconds, added up
 * @param database CPU of the database, in seconds, added up
 */
record Transfer(int times, long rows, long bytes, double seconds, double server, double database) {
  static final Transfer NONE = new Transfer(0, 0, 0, 0, 0, 0);

  Transfer plus(Transfer other) {
    return new Transfer(
        times + other.times,
        rows + other.rows,
        bytes + other.bytes,
        seconds + other.seconds,
        server + other.server,
        database + other.database);
  }

  /** Responses in each CPU-second of the server. */
  double rowsPerServerSecond() {
    return rows / server;
  }
}
