package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.resource.EpollProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Redis from the package, on a free loopback port, its data in a folder: everything
 * acknowledged survives a killed process, and at most a second's worth a crashed machine. For
 * newcomers and tests. Blocking.
 */
public final class PackagedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PackagedRedis.class);
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
  private static final Executor LATER = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);
  private static final int TRIES = 5;
  private static final long STARTED_MILLIS = 10_000;

  private final RedisFolder folder;
  private final int port;
  private final LogSync sync;

  private volatile Process process;
  private volatile boolean ended;

  private PackagedRedis(RedisFolder folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
    this.sync = new LogSync(folder.appended());
  }

  /**
   * Starts on a free port; ends the one a killed server has left behind.
   *
   * @param data made when absent; holds the data, the settings and the log, for its owner alone
   */
  public static PackagedRedis start(Path data) throws IOException {
    endLeftover(RedisFolder.at(data));
    for (int tried = 1; ; tried++) {
      try {
        return start(data, freePort());
      } catch (IOException portTaken) {
        if (tried == TRIES) throw portTaken;
      }
    }
  }

  /** Starts on a given port, e.g. the one it had before. */
  public static PackagedRedis start(Path data, int port) throws IOException {
    RedisFolder folder = RedisFolder.at(data);
    folder.settle(port);
    PackagedRedis started = new PackagedRedis(folder, folder.launch(), port);
    started.awaitReady();
    folder.remember(port);
    return started;
  }

  /** From now on starts it again, where and as it was, whenever it ends by itself. */
  public void keepUp() {
    process.onExit().thenAcceptAsync(gone -> startAgain(gone.exitValue()), SOON);
  }

  private void startAgain(int exit) {
    if (ended) return;
    LOG.error("the packaged Redis ended by itself with {}; starting it again", exit);
    launchAgain();
  }

  private synchronized void launchAgain() {
    if (ended) return;
    try {
      process = folder.launch();
      keepUp();
    } catch (IOException notStarted) {
      LOG.error("the packaged Redis cannot be started; trying again", notStarted);
      LATER.execute(this::launchAgain);
    }
  }

  public String uri() {
    return "redis://:" + folder.password() + "@127.0.0.1:" + port;
  }

  /** The nearest way to it: a socket in its folder where the platform can, else its port. */
  public String nearUri() {
    if (!EpollProvider.isAvailable() || !folder.hasSocket()) return uri();
    return "redis-socket://:" + folder.password() + "@" + folder.socket().toUri().getRawPath();
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** Changes a setting while it runs. */
  public void configure(String setting, String value) throws IOException {
    String answer = ask(port, folder.password(), "CONFIG SET " + setting + " " + value);
    if (!answer.startsWith("+OK")) throw new IOException(answer);
  }

  /** Ends it as a crash would. */
  public void kill() {
    end(Process::destroyForcibly);
  }

  /** Writes everything down and stops. */
  @Override
  public void close() {
    end(Process::destroy);
  }

  private synchronized void end(Consumer<Process> how) {
    ended = true;
    sync.close();
    how.accept(process);
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STARTED_MILLIS);
    while (process.isAlive() && System.nanoTime() - end < 0) {
      if (ask(port, folder.password(), "PING").startsWith("+PONG")) return;
      try {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    kill();
    throw new IOException("the packaged Redis did not start on port " + port);
  }

  private static void endLeftover(RedisFolder folder) throws IOException {
    Optional<Integer> left = folder.remembered();
    if (left.isEmpty()) return;
    String dir = ask(left.get(), folder.password(), "CONFIG GET dir");
    if (dir.contains(folder.path().toString()))
      ask(left.get(), folder.password(), "SHUTDOWN NOSAVE");
  }

  /** One inline command; what comes back, or nothing when nobody listens. */
  private static String ask(int port, String password, String command) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      out.write(("AUTH " + password + "\r\n" + command + "\r\nQUIT\r\n").getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.startsWith("+OK\r\n") ? answer.substring(5) : answer;
    } catch (IOException nobody) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
