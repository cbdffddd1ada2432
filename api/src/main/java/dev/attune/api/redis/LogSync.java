package dev.attune.api.redis;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a Redis' log down to the disk once a second. Redis could do so itself ({@code appendfsync
 * everysec}), but then keeps back what it has acknowledged while the disk is busy, up to two
 * seconds of it, and loses that when it is killed. So it writes each time before it answers, and is
 * synced from here.
 */
final class LogSync implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogSync.class);
  private static final int SECOND = 1;

  private final Path log;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(LogSync::thread);

  LogSync(Path log) {
    this.log = log;
    clock.scheduleWithFixedDelay(this::sync, SECOND, SECOND, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "redis-log");
    thread.setDaemon(true);
    return thread;
  }

  private void sync() {
    if (!Files.exists(log)) return;
    try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
      file.force(false);
    } catch (IOException failed) {
      LOG.error("the log of the packaged Redis cannot be brought to the disk", failed);
    }
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}
