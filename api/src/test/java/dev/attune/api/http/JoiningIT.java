package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody becomes somebody else by saying so with the key of a page. */
class JoiningIT {
  private final RunningServer server = RunningServer.shared();
  private final String user = "joined-" + UUID.randomUUID();
  private String visitor;

  @BeforeEach
  void a_user_with_history_and_a_visitor_without() {
    for (int i = 0; i < 3; i++) {
      String event =
          RunningServer.json(
              Map.of("userId", user, "event", "document.edited", "messageId", user + i));
      assertThat(server.post("/v1/track", event).status()).isEqualTo(200);
    }
    visitor = byPage("/v1/anonymous", "{}", "").at("/anonymousId");
  }

  @Test
  void a_page_without_proof_does_not_join_its_visitor_to_a_user() {
    assertThat(byPage("/v1/identify", identify(), "").status()).isEqualTo(200);
    assertThat(byPage("/v1/identify", identify(), proofOf("another")).status()).isEqualTo(200);

    assertThat(decideForVisitor()).doesNotContain("recent-documents");
  }

  @Test
  void a_page_with_the_users_proof_does() {
    assertThat(byPage("/v1/identify", identify(), proofOf(user)).status()).isEqualTo(200);

    assertThat(decideForVisitor()).contains("recent-documents");
  }

  @Test
  void a_server_does() {
    assertThat(server.post("/v1/identify", identify()).status()).isEqualTo(200);

    assertThat(decideForVisitor()).contains("recent-documents");
  }

  @Test
  void a_page_does_not_alias_even_with_a_proof() {
    String alias = RunningServer.json(Map.of("userId", user, "previousId", visitor));

    Answer answer = byPage("/v1/alias", alias, proofOf(user));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(decideForVisitor()).doesNotContain("recent-documents");
  }

  @Test
  void an_alias_in_a_pages_batch_is_left_out_and_said() {
    String batch =
        RunningServer.json(
            Map.of(
                "batch",
                List.of(
                    Map.of("type", "alias", "userId", user, "previousId", visitor),
                    Map.of("type", "track", "userId", user, "event", "document.created"))));

    Answer answer = byPage("/v1/batch", batch, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/errors/0/detail")).contains("needs a server key");
    assertThat(decideForVisitor()).doesNotContain("recent-documents");
  }

  @Test
  void a_page_says_of_people_what_they_are_asked_and_not_what_the_product_knows() {
    String identify =
        RunningServer.json(
            Map.of("userId", user, "traits", Map.of("role", "designer", "plan", "enterprise")));
    String path = "/v1/people/" + user + "/profile";
    Map<String, String> proof = Map.of(Proofs.HEADER, proofOf(user));

    Answer told = byPage("/v1/identify", identify, proofOf(user));
    Answer corrected =
        server.send("PATCH", path, "{\"plan\": \"enterprise\"}", RunningServer.CLIENT_KEY, proof);

    assertThat(told.at("/errors/0/detail")).contains("plan", "server key");
    assertThat(corrected.status()).isEqualTo(403);
    Answer known = server.get("/v1/people/" + user);
    assertThat(known.at("/profile/role/value")).isEqualTo("designer");
    assertThat(known.body().path("profile").has("plan")).isFalse();
  }

  private String identify() {
    return RunningServer.json(Map.of("userId", user, "anonymousId", visitor));
  }

  private List<String> decideForVisitor() {
    String request =
        RunningServer.json(
            Map.of("anonymousId", visitor, "placements", List.of(Map.of("id", "home.grid"))));
    Answer decision = byPage("/v1/decisions", request, "");
    assertThat(decision.status()).as(decision.text()).isEqualTo(200);
    return decision.body().at("/placements/0/choices").findValuesAsText("action");
  }

  private Answer byPage(String path, String body, String proof) {
    Map<String, String> headers = proof.isEmpty() ? Map.of() : Map.of(Proofs.HEADER, proof);
    return server.send("POST", path, body, RunningServer.CLIENT_KEY, headers);
  }

  private static String proofOf(String userId) {
    return HexFormat.of().formatHex(Hashes.hmac(RunningServer.PERSON_SECRET, userId));
  }
}
