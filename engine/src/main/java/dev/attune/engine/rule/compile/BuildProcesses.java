package dev.attune.engine.rule.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that untrusted rules are built in, each for one build at a time: with a small heap,
 * an empty environment and, where the system has {@code nice}, less right to the processors than
 * the server. One may wait ahead, with its classes loaded and its code warm, because that takes ten
 * times as long as the build itself; so one that has built waits for the next build, up to a number
 * of builds. Thread-safe.
 */
public final class BuildProcesses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BuildProcesses.class);
  private static final Duration IDLE = Duration.ofMinutes(10);

  /** What builds may leave behind in a process goes with it. */
  private static final int MOST_BUILDS = 25;

  /** As the system names it, without links on the way. */
  private static final Path JAVA = java(Path.of(System.getProperty("java.home"), "bin", "java"));

  private static final List<String> YIELDING =
      Stream.of("/usr/bin/nice", "/bin/nice")
          .filter(nice -> Files.isExecutable(Path.of(nice)))
          .findFirst()
          .map(nice -> List.of(nice, "-n", "5"))
          .orElse(List.of());

  /**
   * A process somebody builds in.
   *
   * @param builds how many it has made before
   */
  record Lent(Process process, int builds) {
    boolean isFresh() {
      return builds == 0;
    }

    void end() {
      process.destroyForcibly();
    }
  }

  private final String heap;
  private @Nullable Lent waiting;
  private CompletableFuture<?> idle = new CompletableFuture<>();
  private boolean closed;

  public BuildProcesses() {
    this("256m");
  }

  /**
   * @param heap the most memory a build may take, as the JVM writes it
   */
  BuildProcesses(String heap) {
    this.heap = heap;
  }

  /**
   * Whether a child of this process builds rules: it is the only kind that runs this Java. Its
   * arguments would say so too, but the system does not tell those that are longer than a page.
   */
  public static boolean isOne(ProcessHandle child) {
    return child.info().command().map(Path::of).filter(JAVA::equals).isPresent();
  }

  String heap() {
    return heap;
  }

  /**
   * Has a process wait for the next build, for ten minutes, unless one does already. Returns at
   * once; getting warm takes it some seconds of one core.
   */
  public synchronized void prepare() {
    Lent ready = waiting;
    if (closed || ready != null && ready.process().isAlive()) return;
    try {
      wait(new Lent(start(BuildProcess.WARM), 0));
    } catch (IOException none) {
      LOG.warn("no build process can be started ahead", none);
    }
  }

  private void wait(Lent ready) {
    waiting = ready;
    idle = new CompletableFuture<>().completeOnTimeout(null, IDLE.toMinutes(), TimeUnit.MINUTES);
    idle.thenRun(() -> end(ready));
  }

  /** The waiting one, or a new one; the caller gives it back or ends it. */
  synchronized Lent take() throws IOException {
    Lent ready = waiting;
    waiting = null;
    idle.cancel(false);
    return ready != null && ready.process().isAlive() ? ready : fresh();
  }

  /** A new one; the caller gives it back or ends it. */
  Lent fresh() throws IOException {
    return new Lent(start(), 0);
  }

  /** It has made one more build, and may wait for the next. */
  synchronized void giveBack(Lent lent) {
    Lent again = new Lent(lent.process(), lent.builds() + 1);
    if (closed || waiting != null || again.builds() >= MOST_BUILDS) again.end();
    else wait(again);
  }

  private synchronized void end(Lent unused) {
    if (waiting != unused) return;
    waiting = null;
    unused.end();
  }

  private static Path java(Path named) {
    try {
      return named.toRealPath();
    } catch (IOException unreadable) {
      return named;
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(YIELDING);
    command.add(JAVA.toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            BuildProcess.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    process.environment().clear();
    return process.start();
  }

  /** Ends the waiting one; a build that is under way goes on. */
  @Override
  public synchronized void close() {
    closed = true;
    idle.cancel(false);
    Lent unused = waiting;
    waiting = null;
    if (unused != null) unused.end();
  }
}
