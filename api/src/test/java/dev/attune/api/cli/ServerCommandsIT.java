package dev.attune.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.RunningServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ServerCommandsIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "explain-" + UUID.randomUUID();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_decision_is_explained_in_words_with_who_when_and_why() {
    for (int i = 0; i < 3; i++) edit(i);

    assertThat(asked("explain", decide())).isZero();

    assertThat(out.toString())
        .contains(person + " at ")
        .contains("decided for home.grid")
        .contains("recent-documents was chosen for home.grid")
        .contains("  rule:     \"recent documents\" at home/modules.drl:")
        .contains("  fact:     Activity document.edited")
        .contains("was not chosen for home.grid");
  }

  @Test
  void an_action_is_explained_with_its_line_and_what_would_have_turned_it() {
    assertThat(asked("explain", decide(), "recent-documents")).isZero();

    assertThat(out.toString())
        .contains("recent-documents was not chosen for home.grid")
        .containsPattern("written:  home/modules\\.drl:[0-9]+:[0-9]+")
        .contains("It would have been shown if")
        .contains("document.edited had been: ")
        .contains("(it was: never)");
  }

  @Test
  void an_unknown_decision_an_unknown_action_and_a_wrong_key_are_said() {
    assertThat(asked("explain", "unheard-of")).isOne();
    assertThat(err.toString()).contains("No such decision, or it has expired.");

    assertThat(asked("explain", decide(), "recent-document")).isOne();
    assertThat(err.toString()).contains("Maybe \"recent-documents\"?");

    assertThat(run("health", "--url", server.address().toString(), "--key", "wrong")).isOne();
    assertThat(err.toString()).contains("the server does not know this key");
  }

  @Test
  void where_no_server_is_the_next_step_is_said() {
    assertThat(run("explain", "any", "--url", "http://127.0.0.1:9")).isOne();

    assertThat(err.toString()).contains("nothing answers at http://127.0.0.1:9").contains("--url");
  }

  @Test
  void a_decision_is_needed() {
    assertThat(run("explain")).isEqualTo(2);
  }

  @Test
  void health_counts_what_it_has_seen() {
    decide();

    asked("health");

    assertThat(out.toString()).contains("placements decided since ");
  }

  private int asked(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", server.address().toString(), "--key", RunningServer.SERVER_KEY));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return new CommandLine(new AttuneCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String decide() {
    return server
        .post(
            "/v1/decisions",
            RunningServer.json(
                Map.of("userId", person, "placements", List.of(Map.of("id", "home.grid")))))
        .at("/decisionId");
  }

  private void edit(int number) {
    String message =
        RunningServer.json(
            Map.of("userId", person, "event", "document.edited", "messageId", person + number));
    assertThat(server.post("/v1/track", message).status()).isEqualTo(200);
  }
}
