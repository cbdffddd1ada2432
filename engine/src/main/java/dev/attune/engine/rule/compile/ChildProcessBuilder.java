package dev.attune.engine.rule.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Builds in a process of its own with a deadline: whatever a rule does to the compiler, the server
 * lives on and has nothing to tell.
 */
final class ChildProcessBuilder implements RuleBuilder {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final BuildProcesses processes;
  private final Duration deadline;

  ChildProcessBuilder(BuildProcesses processes) {
    this(processes, DEADLINE);
  }

  ChildProcessBuilder(BuildProcesses processes, Duration deadline) {
    this.processes = processes;
    this.deadline = deadline;
  }

  @Override
  public Outcome build(RuleSources sources, String key, Map<String, byte[]> factClasses) {
    Process process;
    try {
      process = processes.take();
    } catch (IOException e) {
      throw new IllegalStateException("no build process can be started", e);
    }
    CompletableFuture<Void> kill =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, deadline.toMillis(), TimeUnit.MILLISECONDS);
    kill.thenRun(process::destroyForcibly);
    try (DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      Wire.write(new Wire.Request(sources, key, factClasses), out);
      return Wire.outcome(in);
    } catch (IOException died) {
      String words = "its build took more than %s of time or %s of memory";
      return new Failed(
          List.of(
              new Complaint(
                  "", 0, words.formatted(deadline.toSeconds() + " s", processes.heap()))));
    } finally {
      kill.cancel(false);
      process.destroyForcibly();
    }
  }

  @Override
  public void rest() {
    processes.prepare();
  }
}
