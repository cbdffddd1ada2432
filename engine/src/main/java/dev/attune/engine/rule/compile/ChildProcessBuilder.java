package dev.attune.engine.rule.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Builds in a process of its own with a small heap, an empty environment and a deadline: whatever a
 * rule does to the compiler, the server lives on and has nothing to tell.
 */
final class ChildProcessBuilder implements RuleBuilder {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private final Duration deadline;
  private final String heap;

  ChildProcessBuilder() {
    this(DEADLINE, "256m");
  }

  ChildProcessBuilder(Duration deadline, String heap) {
    this.deadline = deadline;
    this.heap = heap;
  }

  @Override
  public Outcome build(RuleSources sources, String key, Map<String, byte[]> factClasses) {
    Process process;
    try {
      process = start();
    } catch (IOException e) {
      throw new IllegalStateException("no build process can be started", e);
    }
    CompletableFuture<Void> kill =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(deadline.toMillis(), TimeUnit.MILLISECONDS));
    try (DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      Wire.write(new Wire.Request(sources, key, factClasses), out);
      return Wire.outcome(in);
    } catch (IOException died) {
      String words = "its build took more than %s of time or %s of memory";
      return new Failed(
          List.of(new Complaint("", 0, words.formatted(deadline.toSeconds() + " s", heap))));
    } finally {
      kill.cancel(false);
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                BuildProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    process.environment().clear();
    return process.start();
  }
}
