package rooms.broken.results;

public class Figure {
  rooms.broken.admin.Desk imported;
}
