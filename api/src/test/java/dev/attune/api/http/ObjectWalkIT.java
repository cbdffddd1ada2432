package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What belongs to somebody else cannot be told from what is not there. */
class ObjectWalkIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "walk-" + UUID.randomUUID();

  @BeforeEach
  void somebody_is_known() {
    String event = RunningServer.json(Map.of("userId", person, "event", "document.created"));
    assertThat(server.post("/v1/track", event).status()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> a_conversation_is_the_persons_own() {
    String session =
        server.post("/v1/onboarding", RunningServer.json(Map.of("userId", person))).at("/session");
    String turn = "{\"text\": \"I plan launches\"}";
    return Stream.of("GET ", "POST /turns")
        .map(
            call -> {
              String[] parts = call.split(" ", -1);
              String body = parts[0].equals("GET") ? null : turn;
              return dynamicTest(
                  call,
                  () -> {
                    Answer foreign =
                        byPage(parts[0], "/v1/onboarding/" + session + parts[1], body, "somebody");
                    Answer unknown =
                        byPage(parts[0], "/v1/onboarding/unknown" + parts[1], body, "somebody");
                    assertThat(foreign.status()).isEqualTo(404);
                    assertThat(foreign.text()).isEqualTo(unknown.text());
                  });
            });
  }

  @TestFactory
  Stream<DynamicTest> only_the_very_id_names_a_person() {
    return Stream.of(
            "/v1/people/" + person.toUpperCase(),
            "/v1/people/" + person + "/",
            "//v1/people/" + person,
            "/v1//people/" + person,
            "/v1/people//" + person,
            "/v1/./people/" + person,
            "/V1/people/" + person,
            "/v1/people/" + person + "%20",
            "/v1/people/" + person + "%2F",
            "/v1/people/" + person + "?anonymous=true")
        .map(path -> dynamicTest(path, () -> assertNobody(path)));
  }

  private void assertNobody(String path) {
    Answer answer = server.send("GET", path, null, RunningServer.SERVER_KEY, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    assertThat(answer.text()).doesNotContain(person);
  }

  @Test
  void a_head_alone_tells_nothing() {
    Answer known = server.send("HEAD", "/v1/people/" + person, null, "", Map.of());
    Answer unknown = server.send("HEAD", "/v1/people/unknown", null, "", Map.of());

    assertThat(known.status()).isEqualTo(unknown.status());
    assertThat(known.headers().map()).isEqualTo(unknown.headers().map());
  }

  @TestFactory
  Stream<DynamicTest> a_proof_holds_for_one_spelling_of_one_person() {
    return Stream.of(person.toUpperCase(), person + " ", " " + person, person + "\u200b")
        .map(
            other ->
                dynamicTest(
                    other,
                    () ->
                        assertThat(
                                byPage("POST", "/v1/decisions", decisionFor(other), person)
                                    .status())
                            .isEqualTo(403)));
  }

  @Test
  void a_refusal_is_the_same_for_people_who_are_known_and_who_are_not() {
    for (String path : List.of("", "/export", "/decisions")) {
      Answer known = byPage("GET", "/v1/people/" + person + path, null, "somebody");
      Answer unknown = byPage("GET", "/v1/people/unknown" + path, null, "somebody");

      assertThat(known.status()).isEqualTo(403);
      assertThat(known.text()).isEqualTo(unknown.text());
    }
  }

  private static String decisionFor(String userId) {
    return RunningServer.json(
        Map.of("userId", userId, "placements", List.of(Map.of("id", "home.grid"))));
  }

  /** By the key of a page, with a proof of somebody. */
  private Answer byPage(String method, String path, String body, String proven) {
    String proof = HexFormat.of().formatHex(Hashes.hmac(RunningServer.PERSON_SECRET, proven));
    return server.send(method, path, body, RunningServer.CLIENT_KEY, Map.of(Proofs.HEADER, proof));
  }
}
