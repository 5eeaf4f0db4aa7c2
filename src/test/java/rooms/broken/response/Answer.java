package rooms.broken.response;

public class Answer {
  rooms.broken.results.Figure imported;
  rooms.broken.platform.Glue importedToo;
}
