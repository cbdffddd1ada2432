package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "people-" + UUID.randomUUID();
  private final String path = "/v1/people/" + person;

  @Test
  void what_a_person_says_beats_what_was_sent_and_both_stay_in_the_history() {
    identify(person, "student");

    patch("{\"role\": \"software_engineer\"}");
    identify(person, "marketer");

    Answer known = server.get(path);
    Answer export = server.get(path + "/export");
    assertThat(known.at("/profile/role/value")).isEqualTo("software_engineer");
    assertThat(known.at("/profile/role/source")).isEqualTo("declared");
    assertThat(export.body().path("history").findValuesAsText("value"))
        .contains("student", "software_engineer");
  }

  @Test
  void a_value_can_be_taken_back() {
    patch("{\"role\": \"software_engineer\"}");

    patch("{\"role\": null}");

    assertThat(server.get(path).body().path("profile").has("role")).isFalse();
  }

  @Test
  void consent_is_kept_with_its_history() {
    identify(person, "student");
    consent("{\"purposes\": {\"email\": true}, \"source\": \"settings\", \"wording\": \"v1\"}");

    consent("{\"purposes\": {\"email\": false}, \"source\": \"footer\"}");

    Answer export = server.get(path + "/export");
    assertThat(export.body().at("/consent/email").asBoolean(true)).isFalse();
    assertThat(export.body().path("consentHistory").findValuesAsText("source"))
        .containsExactly("settings", "footer");
  }

  @Test
  void somebody_who_agreed_to_something_and_did_nothing_else_is_known() {
    consent("{\"purposes\": {\"email\": true}}");

    Answer known = server.get(path);

    assertThat(known.status()).isEqualTo(200);
    assertThat(known.body().at("/consent/email").asBoolean(false)).isTrue();
  }

  @Test
  void an_export_holds_when_things_happened_what_was_promised_and_every_decision() {
    for (int i = 0; i < 3; i++) {
      server.post(
          "/v1/track", "{\"userId\": \"" + person + "\", \"event\": \"sentence.rewritten\"}");
    }
    Answer decided =
        server.post(
            "/v1/decisions",
            "{\"userId\": \""
                + person
                + "\", \"placements\": [{\"id\": \"editor.sidebar\"}], \"context\": {\"page\": \"/a\"}}");

    Answer export = awaitExport(decided.at("/decisionId"));

    assertThat(export.at("/events/0/recent/0/count")).isEqualTo("3");
    assertThat(export.at("/attention/reserved/0/action")).isEqualTo("try-tone-suggestions");
    assertThat(export.at("/decisions/0/visit/page")).isEqualTo("/a");
  }

  /** A record is written behind its answer. */
  private Answer awaitExport(String decision) {
    Answer export = server.get(path + "/export");
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!export.at("/decisions/0/decisionId").equals(decision) && System.nanoTime() < end) {
      export = server.get(path + "/export");
    }
    return export;
  }

  @Test
  void an_erased_person_is_gone_and_stays_gone_for_late_events() {
    identify(person, "student");

    Answer erased = server.send("DELETE", path, null, RunningServer.SERVER_KEY, Map.of());
    identify(person, "marketer");

    assertThat(erased.status()).isEqualTo(204);
    assertThat(server.get(path).status()).isEqualTo(404);
  }

  @Test
  void what_was_said_in_the_conversation_is_exported_and_erased() {
    consent("{\"purposes\": {\"personalisation\": true}}");
    String open = "{\"userId\": \"" + person + "\"}";
    String session = server.post("/v1/onboarding", open).at("/session");
    String turns = "/v1/onboarding/" + session + "/turns";
    server.post(turns, "{\"text\": \"I'm a nurse, and the canary sings\"}");

    Answer export = server.get(path + "/export");
    server.send("DELETE", path, null, RunningServer.SERVER_KEY, Map.of());

    assertThat(export.at("/conversations/0/session")).isEqualTo(session);
    assertThat(export.body().at("/conversations/0/lines").findValuesAsText("text"))
        .contains("I'm a nurse, and the canary sings");
    assertThat(server.get("/v1/onboarding/" + session).status()).isEqualTo(404);
    assertThat(server.post(turns, "{\"text\": \"hello?\"}").status()).isEqualTo(404);
    assertThat(server.post("/v1/onboarding", open).at("/type")).endsWith("person-erased");
  }

  @Test
  void somebody_who_signs_up_goes_on_where_the_visitor_stopped() {
    String visitor = "visitor-" + UUID.randomUUID();
    String open = "{\"anonymousId\": \"" + visitor + "\"}";
    String session = server.post("/v1/onboarding", open).at("/session");
    String turns = "/v1/onboarding/" + session + "/turns";
    server.post(turns, "{\"skip\": true}");
    server.post(turns, "{\"text\": \"there are nine of us\"}");

    server.post(
        "/v1/alias",
        RunningServer.json(Map.of("previousId", visitor, "userId", person, "messageId", visitor)));
    Answer resumed = server.post("/v1/onboarding", "{\"userId\": \"" + person + "\"}");

    assertThat(resumed.at("/session")).isEqualTo(session);
    assertThat(resumed.at("/person/userId")).isEqualTo(person);
    assertThat(resumed.body().path("noted").findValuesAsText("text")).contains("9");
    assertThat(resumed.at("/fields/0/state")).isEqualTo("declined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}:*",
        "a/b",
        "100 % & +",
        "ä\u00df\u4e2d\ud83d\ude00",
        "../..",
        "a\tb",
        "{other}"
      })
  void any_id_of_printable_characters_names_one_person(String id) {
    String own = id.replace("\t", " ") + UUID.randomUUID();

    identify(own, "software_engineer");

    String encoded = URLEncoder.encode(own, StandardCharsets.UTF_8).replace("+", "%20");
    Answer known = server.get("/v1/people/" + encoded);
    assertThat(known.at("/userId")).isEqualTo(own);
    assertThat(server.get("/v1/people/" + encoded + "?anonymous=true").status()).isEqualTo(404);
  }

  private void identify(String userId, String role) {
    Answer answer =
        server.post(
            "/v1/identify",
            RunningServer.json(
                Map.of(
                    "userId", userId,
                    "traits", Map.of("role", role),
                    "messageId", UUID.randomUUID().toString())));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void patch(String json) {
    Answer answer =
        server.send("PATCH", path + "/profile", json, RunningServer.SERVER_KEY, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private void consent(String json) {
    Answer answer = server.send("PUT", path + "/consent", json, RunningServer.SERVER_KEY, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }
}
