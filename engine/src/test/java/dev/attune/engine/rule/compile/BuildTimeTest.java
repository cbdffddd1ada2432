package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BuildTimeTest {
  private final BuildTime time = new BuildTime(Duration.ofSeconds(30));

  @Test
  void what_a_busy_machine_takes_does_not_count() {
    assertThat(time.isOver(Duration.ofSeconds(3), Duration.ofSeconds(60))).isFalse();
  }

  @Test
  void too_much_work_ends_a_build_at_once() {
    assertThat(time.isOver(Duration.ofSeconds(31), Duration.ofSeconds(31))).isTrue();
  }

  @Test
  void a_build_that_does_nothing_ends_all_the_same() {
    assertThat(time.isOver(Duration.ZERO, Duration.ofSeconds(121))).isTrue();
  }
}
