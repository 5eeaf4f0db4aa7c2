package rooms.broken.results;

import jakarta.enterprise.concurrent.ManagedExecutorService;

public class Threads {
  ManagedExecutorService executor;
}
