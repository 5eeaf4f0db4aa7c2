package rooms.broken.admin;

public class Desk {}
