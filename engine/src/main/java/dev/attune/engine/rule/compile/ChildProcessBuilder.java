package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.compile.BuildProcesses.Lent;
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
    Wire.Request request = new Wire.Request(sources, key, factClasses);
    try {
      Lent lent = processes.take();
      Attempt attempt = new Attempt(lent);
      Optional<Outcome> outcome = attempt.build(request);
      if (outcome.isEmpty() && !attempt.isOverTime() && !lent.isFresh()) {
        // What others built there may have taken its memory.
        outcome = new Attempt(processes.fresh()).build(request);
      }
      return outcome.orElseGet(this::tooMuch);
    } catch (IOException e) {
      throw new IllegalStateException("no build process can be started", e);
    }
  }

  private Outcome tooMuch() {
    String words = "its build took more than %s of time or %s of memory";
    return new Failed(
        List.of(
            new Complaint(
                "", 0, words.formatted(time.work().toSeconds() + " s", processes.heap()))));
  }

  /**
   * One build in one process; ended when it is over its time. What the process did before it was
   * given the build is free.
   */
  private final class Attempt {
    private final Lent lent;
    private final Process process;
    private final long begunNanos = System.nanoTime();
    private final Duration workedBefore;
    private volatile boolean done;
    private volatile boolean overTime;

    Attempt(Lent lent) {
      this.lent = lent;
      this.process = lent.process();
      this.workedBefore = worked().orElse(Duration.ZERO);
    }

    /** Empty when the process did not live to tell. */
    Optional<Outcome> build(Wire.Request request) {
      look();
      try {
        Wire.write(
            request, new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
        Outcome outcome =
            Wire.outcome(new DataInputStream(new BufferedInputStream(process.getInputStream())));
        done = true;
        processes.giveBack(lent);
        return Optional.of(outcome);
      } catch (IOException died) {
        return Optional.empty();
      } finally {
        if (!done) lent.end();
      }
    }

    boolean isOverTime() {
      return overTime;
    }

    private void look() {
      if (done || !process.isAlive()) return;
      Duration passed = Duration.ofNanos(System.nanoTime() - begunNanos);
      Duration worked = worked().map(all -> all.minus(workedBefore)).orElse(passed);
      if (time.isOver(worked, passed)) {
        overTime = true;
        process.destroyForcibly();
      } else {
        IN_A_MOMENT.execute(this::look);
      }
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
