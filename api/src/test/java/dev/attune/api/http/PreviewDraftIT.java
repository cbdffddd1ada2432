package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A draft on which the trial's end is told to nobody, looked at before anybody meets it. */
class PreviewDraftIT {
  private static final String BANNERS = "/files/home/banners.drl";
  private static final String ON_TRIAL =
      """
      {"person": {"profile": {"plan": "trial", "trialEndsAt": "2026-03-12"}},
       "placements": [{"id": "home.banner"}]}
      """;
  private static final Instant NOW = Instant.parse("2026-03-10T23:59:59Z");
  private static RunningServer server;
  private static DraftAuthor author;

  @BeforeAll
  static void start() {
    server = RunningServer.start(Map.of(), InstantSource.fixed(NOW));
    author = new DraftAuthor(server);
    server.untilPublished();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_described_person_gets_what_the_draft_says_and_the_live_rules_do_not() {
    String untouched = author.draft();
    String edited = author.draft();
    String rules = author.send("GET", edited + BANNERS).text();
    author.send("PUT", edited + BANNERS, rules.replace("TrialEndsAt <= 3", "TrialEndsAt <= 1"));

    Answer before = author.send("POST", untouched + "/preview", ON_TRIAL);
    Answer after = author.send("POST", edited + "/preview", ON_TRIAL);

    assertThat(before.status()).as(before.text()).isEqualTo(200);
    assertThat(before.at("/decision/placements/0/choices/0/action")).isEqualTo("trial-ending");
    assertThat(before.at("/decision/placements/0/choices/0/because"))
        .isEqualTo("trial ends in 2 days");
    assertThat(after.status()).as(after.text()).isEqualTo(200);
    assertThat(after.body().at("/decision/placements/0/choices")).isEmpty();
    assertThat(before.at("/results/0/result")).isNotEqualTo(after.at("/results/0/result"));
  }

  @Test
  void a_result_is_rendered_by_its_id_as_it_is_decided() {
    String draft = author.draft();
    JsonNode decided = author.send("POST", draft + "/preview", ON_TRIAL).body();
    String id = decided.at("/results/0/result").asText();

    Answer shown = author.send("POST", draft + "/preview", "{\"result\": \"" + id + "\"}");
    Answer unknown = author.send("POST", draft + "/preview", "{\"result\": \"00000000\"}");

    assertThat(shown.status()).as(shown.text()).isEqualTo(200);
    assertThat(shown.at("/actions/0")).isEqualTo("trial-ending");
    assertThat(shown.body().at("/content/0"))
        .isEqualTo(decided.at("/decision/placements/0/choices/0/content"));
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void a_real_person_is_looked_at_with_a_server_key_only_and_nothing_is_kept_of_it() {
    String draft = author.draft();
    String ana = "{\"userId\": \"preview-ana\", \"placements\": [{\"id\": \"home.grid\"}]}";

    Answer byServer =
        server.send("POST", draft + "/preview", ana, RunningServer.SERVER_KEY, Map.of());

    assertThat(byServer.status()).as(byServer.text()).isEqualTo(200);
    assertThat(author.send("POST", draft + "/preview", ana).status()).isEqualTo(403);
    String decision = byServer.at("/decision/decisionId");
    assertThat(
            server
                .send("GET", "/v1/decisions/" + decision, null, RunningServer.SERVER_KEY, Map.of())
                .status())
        .isEqualTo(404);
  }

  @Test
  void what_is_wrong_with_a_wish_is_said() {
    String draft = author.draft() + "/preview";
    String misspelt =
        "{\"person\": {\"profil\": {\"role\": \"marketer\"}}, \"placements\": [{\"id\": \"home.grid\"}]}";
    String nowhere = "{\"person\": {}, \"placements\": [{\"id\": \"home.gird\"}]}";

    Answer person = author.send("POST", draft, misspelt);

    assertThat(person.status()).isEqualTo(400);
    assertThat(person.text()).contains("/person", "profil");
    assertThat(author.send("POST", draft, nowhere).text()).contains("home.grid");
    assertThat(author.send("POST", draft, "{\"person\": 3}").status()).isEqualTo(400);
    assertThat(author.send("POST", draft, "[]").status()).isEqualTo(400);
    assertThat(author.send("POST", draft, "{\"result\": 3}").status()).isEqualTo(400);
    assertThat(author.send("POST", "/v1/drafts/none/preview", nowhere).status()).isEqualTo(404);
  }
}
