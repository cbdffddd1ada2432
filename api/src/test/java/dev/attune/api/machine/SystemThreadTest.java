package dev.attune.api.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.machine.SystemThread.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemThreadTest {
  private static final String REST =
      " 1 812 812 0 -1 4194368 70 0 0 0 61 7 0 0 20 0 31 0 5 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -1 1 0 %d 0";

  @Test
  void a_thread_is_read_with_its_name_its_time_and_its_policy() {
    assertThat(SystemThread.state("813 (C2 CompilerThre) R" + REST.formatted(5)))
        .isEqualTo(new State("C2 CompilerThre", true, 68, Policy.LEFTOVER));
  }

  @Test
  void a_name_may_hold_brackets_and_spaces() {
    assertThat(SystemThread.state("813 (a) S (b) S" + REST.formatted(0)))
        .isEqualTo(new State("a) S (b", false, 68, Policy.FAIR));
  }

  @Test
  void a_policy_nobody_here_asked_for_is_told_apart() {
    assertThat(SystemThread.state("813 (x) S" + REST.formatted(3)).policy())
        .isEqualTo(Policy.OTHER);
  }

  @Test
  void a_process_that_has_ended_has_no_threads_and_its_threads_no_state() {
    assertThat(SystemThread.of(Long.MAX_VALUE)).isEmpty();
    assertThat(new SystemThread(1, Path.of("/proc/self/task/none")).state()).isEmpty();
  }
}
