package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.api.demo.DemoLoad;
import dev.attune.api.demo.DemoPeople;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadmeIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Differ from one time to the next. */
  private static final Set<String> PASSING =
      Set.of("decisionId", "release", "at", "expiresAt", "factsAgeMs", "score");

  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = RunningServer.start(Map.of("demo", "true"));
    Instant now = Instant.now();
    new DemoLoad(server.address(), "demo").send(DemoPeople.at(now), now);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_command_does_what_the_readme_shows() throws Exception {
    assertThat(new Readme().commands()).hasSizeGreaterThanOrEqualTo(3);
    for (Readme.Command command : new Readme().commands()) {
      JsonNode answer = JSON.readTree(run(command.line()));
      if (!command.answer().isEmpty()) {
        assertThat(lasting(answer)).isEqualTo(lasting(JSON.readTree(command.answer())));
      }
    }
  }

  /** What the shell prints; a failing command fails the test. */
  private static String run(String line) throws IOException, InterruptedException {
    String here =
        line.replace("http://127.0.0.1:8080", server.address().toString())
            .replace("curl -s ", "curl --fail-with-body -s ");
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", here).redirectErrorStream(true);
    shell.environment().put("no_proxy", "*");
    Process process = shell.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static JsonNode lasting(JsonNode node) {
    if (node instanceof ObjectNode object) {
      PASSING.forEach(name -> object.replace(name, JSON.nullNode()));
    }
    node.forEach(ReadmeIT::lasting);
    return node;
  }
}
