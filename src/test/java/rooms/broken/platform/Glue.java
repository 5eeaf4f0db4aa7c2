package rooms.broken.platform;

public class Glue {
  rooms.broken.response.Answer imported;
  rooms.broken.launcher.Engine importedToo;
}
