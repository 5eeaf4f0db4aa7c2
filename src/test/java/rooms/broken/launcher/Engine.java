package rooms.broken.launcher;

public class Engine {
  rooms.broken.platform.Glue imported;
}
