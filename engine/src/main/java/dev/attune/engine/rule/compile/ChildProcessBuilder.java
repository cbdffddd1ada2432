package dev.attune.engine.rule.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Builds in a process of its own that is given so much time: whatever a rule does to the compiler,
 * the server lives on and has nothing to tell.
 */
final class ChildProcessBuilder implements RuleBuilder {
  private static final Duration MOST_WORK = Duration.ofSeconds(30);
  private static final Executor IN_A_MOMENT =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private final BuildProcesses processes;
  private final BuildTime time;

  ChildProcessBuilder(BuildProcesses processes) {
    this(processes, MOST_WORK);
  }

  ChildProcessBuilder(BuildProcesses processes, Duration work) {
    this.processes = processes;
    this.time = new BuildTime(work);
  }

  @Override
  public Outcome build(RuleSources sources, String key, Map<String, byte[]> factClasses) {
    Process process;
    try {
      process = processes.take();
    } catch (IOException e) {
      throw new IllegalStateException("no build process can be started", e);
    }
    new Watch(process).look();
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
                  "", 0, words.formatted(time.work().toSeconds() + " s", processes.heap()))));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Ends a build that is over its time; what the process did before it was given one is free. */
  private final class Watch {
    private final Process process;
    private final long begunNanos = System.nanoTime();
    private final Duration workedBefore;

    Watch(Process process) {
      this.process = process;
      this.workedBefore = worked().orElse(Duration.ZERO);
    }

    void look() {
      if (!process.isAlive()) return;
      Duration passed = Duration.ofNanos(System.nanoTime() - begunNanos);
      Duration worked = worked().map(all -> all.minus(workedBefore)).orElse(passed);
      if (time.isOver(worked, passed)) process.destroyForcibly();
      else IN_A_MOMENT.execute(this::look);
    }

    /** Nothing where the system does not tell. */
    private Optional<Duration> worked() {
      return process.info().totalCpuDuration();
    }
  }

  @Override
  public void rest() {
    processes.prepare();
  }
}
