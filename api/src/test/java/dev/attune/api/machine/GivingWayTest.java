package dev.attune.api.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.machine.SystemThread.State;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivingWayTest {
  private static final int LOOKS_WITH_A_SEARCH = 8;
  private static final String COMPILER = "C2 CompilerThre";

  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
  }

  @Test
  void threads_whose_names_begin_so_make_room_and_others_do_not() throws InterruptedException {
    start("may-wait-1");
    start("urgent-1");
    try (GivingWay giving = giving(Set.of("may-wait"), process -> false)) {
      giving.look();
      assertThat(policyOf("may-wait-1")).isEqualTo(Policy.LEFTOVER);
      assertThat(policyOf("urgent-1")).isEqualTo(Policy.FAIR);
    }
  }

  @Test
  void a_thread_that_one_of_them_has_started_gets_its_fair_share() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    begin(
        "may-wait-2",
        () -> {
          begun.countDown();
          await(go);
          begin("urgent-2", gone::countDown);
        });
    begun.await();
    try (GivingWay giving = giving(Set.of("may-wait"), process -> false)) {
      giving.look();
      go.countDown();
      gone.await();
      assertThat(policyOf("urgent-2")).isEqualTo(Policy.LEFTOVER);
      for (int look = 0; look < LOOKS_WITH_A_SEARCH; look++) giving.look();
      assertThat(policyOf("urgent-2")).isEqualTo(Policy.FAIR);
    }
  }

  @Test
  void whoever_made_room_has_a_fair_share_when_nobody_sees_to_it_any_more()
      throws InterruptedException {
    work("may-wait-3");
    try (GivingWay giving = giving(Set.of("may-wait"), process -> false)) {
      giving.look();
      assertThat(policyOf("may-wait-3")).isEqualTo(Policy.LEFTOVER);
      assertThat(policyOf(COMPILER)).isEqualTo(Policy.LEFTOVER);
    }
    assertThat(policyOf("may-wait-3")).isEqualTo(Policy.FAIR);
    assertThat(policyOf(COMPILER)).isEqualTo(Policy.FAIR);
  }

  @Test
  void a_process_makes_room_when_it_is_meant() throws IOException {
    Process meant = new ProcessBuilder("sleep", "600").start();
    Process other = new ProcessBuilder("sleep", "600").start();
    try (GivingWay giving = giving(Set.of(), process -> process.pid() == meant.pid())) {
      giving.look();
      assertThat(policiesOf(meant)).containsExactly(Policy.LEFTOVER);
      assertThat(policiesOf(other)).containsExactly(Policy.FAIR);
    } finally {
      meant.destroyForcibly();
      other.destroyForcibly();
    }
  }

  private static GivingWay giving(Set<String> names, Predicate<ProcessHandle> processes) {
    return new GivingWay(Scheduler.ofSystem().orElseThrow(), names, processes);
  }

  private void start(String name) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    begin(name, begun::countDown);
    begun.await();
  }

  /** Long enough for the system to count it. */
  private void work(String name) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    begin(
        name,
        () -> {
          while (threads.getCurrentThreadCpuTime() < 50_000_000) Thread.onSpinWait();
          done.countDown();
        });
    done.await();
  }

  private void begin(String name, Runnable first) {
    Thread thread =
        new Thread(
            () -> {
              first.run();
              await(over);
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Policy policyOf(String name) {
    return states(ProcessHandle.current().pid()).stream()
        .filter(state -> state.name().equals(name))
        .map(State::policy)
        .findFirst()
        .orElse(Policy.OTHER);
  }

  private static List<Policy> policiesOf(Process process) {
    return states(process.pid()).stream().map(State::policy).toList();
  }

  private static List<State> states(long process) {
    return SystemThread.of(process).stream().flatMap(thread -> thread.state().stream()).toList();
  }
}
