package dev.attune.api.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.RunningServer;
import dev.attune.api.machine.SystemThread.State;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which threads of a server make room for decisions. */
class ServerGivesWayIT {
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

  @Test
  void the_thorough_compiler_builders_and_readers_make_room_and_event_loops_do_not() {
    RunningServer server = RunningServer.shared();
    String session = server.post("/v1/onboarding", "{\"userId\": \"gives-way\"}").at("/session");
    server.post("/v1/onboarding/" + session + "/turns", "{\"text\": \"I am a nurse\"}");
    awaitLeftover("C2 CompilerThre", "rule-builder", "reader");
    assertThat(namesWith(Policy.FAIR)).anyMatch(name -> name.startsWith("vert.x-event"));
    assertThat(namesWith(Policy.LEFTOVER)).noneMatch(name -> name.startsWith("vert.x"));
  }

  private static void awaitLeftover(String... names) {
    long end = System.nanoTime() + LONGEST;
    while (!namesWith(Policy.LEFTOVER).containsAll(List.of(names)) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK);
    }
    assertThat(namesWith(Policy.LEFTOVER)).contains(names);
  }

  private static Set<String> namesWith(Policy policy) {
    return SystemThread.of(ProcessHandle.current().pid()).stream()
        .flatMap(thread -> thread.state().stream())
        .filter(state -> state.policy() == policy)
        .map(State::name)
        .collect(Collectors.toSet());
  }
}
