package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
  void an_erased_person_is_gone_and_stays_gone_for_late_events() {
    identify(person, "student");

    Answer erased = server.send("DELETE", path, null, RunningServer.SERVER_KEY, Map.of());
    identify(person, "marketer");

    assertThat(erased.status()).isEqualTo(204);
    assertThat(server.get(path).status()).isEqualTo(404);
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
