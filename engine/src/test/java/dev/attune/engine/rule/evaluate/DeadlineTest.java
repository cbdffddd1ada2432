package dev.attune.engine.rule.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void work_without_end_is_halted() {
    AtomicBoolean halted = new AtomicBoolean();
    Deadline deadline = Deadline.after(Duration.ofMillis(50), () -> halted.set(true));

    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!halted.get() && System.nanoTime() < end) Thread.onSpinWait();

    assertThat(deadline.wasOver()).isTrue();
  }

  @Test
  void time_in_which_nothing_is_done_counts_little() throws InterruptedException {
    CountDownLatch halted = new CountDownLatch(1);
    long begun = System.nanoTime();
    Deadline deadline = Deadline.after(Duration.ofMillis(20), halted::countDown);

    assertThat(halted.await(1, TimeUnit.MINUTES)).isTrue();

    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(Duration.ofMillis(400).toNanos());
    assertThat(deadline.wasOver()).isTrue();
  }

  @Test
  void what_is_done_in_time_is_not_halted() {
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), () -> {});

    assertThat(deadline.wasOver()).isFalse();
  }
}
