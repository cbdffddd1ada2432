package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The server's process ends under load, by crash and by order. */
class ServerEndIT {
  private static final int CRASHES = 3;

  private final Ledger ledger = new Ledger("end-" + UUID.randomUUID(), 10);

  @Test
  void crashes_lose_nothing_that_was_acknowledged_and_double_nothing() throws Exception {
    Path data = ServeProcess.data();
    int port = ServeProcess.freePort();
    ServeProcess server = ServeProcess.start(data, port);
    Client client = new Client(server.address());
    try (Traffic traffic = new Traffic(client, ledger)) {
      for (int i = 0; i < CRASHES; i++) {
        traffic.awaitTrack(200);
        traffic.awaitDecision("fresh");
        server.kill();
        server = ServeProcess.start(data, port);
      }
      traffic.awaitTrack(200);
      traffic.stop();
      ledger.holds(client);
      traffic.sendAgain();
    }
    ledger.holdsExactly(client);
    server.close();
  }

  @Test
  void an_order_to_stop_while_it_starts_leaves_no_process_behind() throws Exception {
    Process server = ServeProcess.starting(ServeProcess.data(), ServeProcess.freePort());
    List<ProcessHandle> begun = server.descendants().toList();
    assertThat(begun).isNotEmpty();

    server.destroy();

    assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
    for (ProcessHandle each : begun) each.onExit().get(30, TimeUnit.SECONDS);
  }

  @RepeatedTest(3)
  void an_order_to_stop_fails_no_request_that_has_begun() throws Exception {
    Path data = ServeProcess.data();
    int port = ServeProcess.freePort();
    try (ServeProcess server = ServeProcess.start(data, port);
        Traffic traffic = new Traffic(new Client(server.address()), ledger)) {
      traffic.awaitTrack(200);
      traffic.awaitDecision("fresh");

      int exit = server.terminate();
      traffic.stop();

      assertThat(exit).isZero();
      assertThat(traffic.cut()).isEmpty();
    }
    try (ServeProcess server = ServeProcess.start(data, port)) {
      ledger.holds(new Client(server.address()));
    }
  }
}
