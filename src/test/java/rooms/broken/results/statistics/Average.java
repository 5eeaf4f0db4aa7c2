package rooms.broken.results.statistics;

public class Average {
  rooms.broken.results.Figure imported;
}
