package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.api.Answer;
import dev.attune.api.Client;
import dev.attune.api.RunningServer;
import dev.attune.api.fault.ServeProcess.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why and what to do, and leaves everything as it was. */
class StartIT {
  @TempDir private Path folder;

  @Test
  void a_second_server_on_the_same_data_is_refused_and_the_first_goes_on() throws Exception {
    Path data = ServeProcess.data();
    try (ServeProcess first =
        ServeProcess.start(data, ServeProcess.freePort(), "--set", "redis.read-timeout=10s")) {
      Refusal second = ServeProcess.refused(data, ServeProcess.freePort());

      assertThat(second.exit()).isEqualTo(1);
      assertThat(second.said()).contains("in use by another server", "--data");
      Answer decision =
          new Client(first.address())
              .post(
                  "/v1/decisions",
                  "{\"userId\": \"ana\", \"placements\": [{\"id\": \"home.grid\"}]}",
                  RunningServer.SERVER_KEY);
      assertThat(decision.at("/state")).isEqualTo("fresh");
    }
  }

  @Test
  void an_error_while_starting_leaves_the_data_to_the_next_start() {
    InstantSource broken =
        () -> {
          throw new AssertionError("no clock");
        };
    Map<String, String> settings = Map.of("http.port", "0");

    assertThatThrownBy(() -> RunningServer.start(settings, folder.resolve("data"), broken))
        .hasStackTraceContaining("no clock");

    try (RunningServer next = RunningServer.start(settings, folder.resolve("data"))) {
      assertThat(next.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void a_port_that_is_taken_is_named_and_no_key_is_made_that_nobody_was_told() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path data = ServeProcess.data();

      Refusal refusal = ServeProcess.refused(data, taken.getLocalPort());

      assertThat(refusal.exit()).isEqualTo(1);
      assertThat(refusal.said())
          .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort(), "--port")
          .doesNotContain("Exception", "\tat ");
      assertThat(data.resolve("keys.properties")).doesNotExist();
    }
  }

  @Test
  void every_folder_that_cannot_be_used_is_named_with_its_flag()
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    Refusal refusal =
        ServeProcess.refused(
            file, 0, "--rules", folder + "/rules", "--prompts", folder + "/prompts");

    assertThat(refusal.exit()).isEqualTo(1);
    assertThat(refusal.said().lines())
        .containsExactlyInAnyOrder(
            "there is no folder " + folder + "/rules with rules; name it with --rules",
            "there is no folder " + folder + "/prompts with prompts; name it with --prompts",
            "the data folder "
                + file
                + " cannot be used: it is no folder; name another with --data");
  }
}
