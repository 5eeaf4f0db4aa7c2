package rooms.broken.platform;

public class GlueHelper {}
