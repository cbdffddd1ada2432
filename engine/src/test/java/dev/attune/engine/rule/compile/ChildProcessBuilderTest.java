package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.compile.BuildProcesses.Lent;
import dev.attune.engine.rule.compile.RuleBuilder.Built;
import dev.attune.engine.rule.compile.RuleBuilder.Failed;
import dev.attune.engine.rule.compile.RuleBuilder.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Builds in processes of their own. */
class ChildProcessBuilderTest {
  private static final RuleSources RULES = WarmUpRules.sources();

  private final BuildProcesses processes = new BuildProcesses();

  @AfterEach
  void end() {
    processes.close();
  }

  @Test
  void it_gives_the_same_rules_as_a_build_in_this_process() {
    byte[] there = archive(new ChildProcessBuilder(processes).build(RULES, "there", Map.of()));
    byte[] here = archive(new InProcessBuilder().build(RULES, "here", Map.of()));

    assertThat(ClassScan.of(Archives.classes(there))).isEmpty();
    assertThat(Archives.classes(there).keySet()).hasSameSizeAs(Archives.classes(here).keySet());
  }

  @Test
  void one_that_takes_too_long_is_killed_and_does_not_wait_for_another() throws IOException {
    ChildProcessBuilder hurried = new ChildProcessBuilder(processes, Duration.ofMillis(50));

    assertThat(hurried.build(RULES, "long", Map.of())).isInstanceOf(Failed.class);
    assertThat(taken().builds()).isZero();
  }

  @Test
  void one_that_takes_too_much_memory_fails_alone() {
    ChildProcessBuilder small = new ChildProcessBuilder(new BuildProcesses("8m"));

    assertThat(small.build(RULES, "large", Map.of())).isInstanceOf(Failed.class);
  }

  @Test
  void a_process_that_has_built_builds_again() throws IOException {
    ChildProcessBuilder builder = new ChildProcessBuilder(processes);

    for (int i = 0; i < 3; i++) archive(builder.build(RULES, "build-" + i, Map.of()));

    assertThat(taken().builds()).isEqualTo(3);
  }

  @Test
  void a_build_process_is_told_from_others() throws IOException {
    Process other = new ProcessBuilder("sleep", "600").start();
    archive(new ChildProcessBuilder(processes).build(RULES, "told", Map.of()));
    Lent builds = processes.take();
    try {
      assertThat(BuildProcesses.isOne(builds.process().toHandle())).isTrue();
      assertThat(BuildProcesses.isOne(other.toHandle())).isFalse();
    } finally {
      builds.end();
      other.destroyForcibly();
    }
  }

  @Test
  void what_others_left_behind_in_a_process_fails_no_build() throws IOException {
    Process broken = new ProcessBuilder("sh", "-c", "read line; exit 1").start();
    processes.giveBack(new Lent(broken, 0));

    archive(new ChildProcessBuilder(processes).build(RULES, "after", Map.of()));

    assertThat(broken.isAlive()).isFalse();
  }

  @Test
  void a_process_is_ended_after_so_many_builds() throws Exception {
    Lent lent = processes.fresh();
    Process process = lent.process();
    int builds = 0;
    for (; process.isAlive(); lent = processes.take()) {
      assertThat(lent.process()).isSameAs(process);
      processes.giveBack(lent);
      if (++builds == 25) break;
    }

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(builds).isEqualTo(25);
  }

  private Lent taken() throws IOException {
    Lent lent = processes.take();
    lent.end();
    return lent;
  }

  private static byte[] archive(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Built.class);
    return ((Built) outcome).archive();
  }
}
