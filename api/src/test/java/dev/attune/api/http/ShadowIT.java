package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.redis.PackagedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Drafts beside the live release, on people who have done a thing by hand a known number of times:
 * what a threshold would change for them can be counted on fingers.
 */
class ShadowIT {
  private static final String DRL = "/files/features/nudges.drl";
  private static final String NUDGE = "try-tone-suggestions";
  private static final int EACH = 4;
  private static final int MOST_TIMES = 5;
  private PackagedRedis redis;
  private RunningServer server;
  private RunningServer other;

  @BeforeEach
  void start() throws IOException {
    redis = PackagedRedis.start(Files.createTempDirectory("shadows"));
    server = RunningServer.start(Map.of("redis.url", redis.uri()));
    await("/v1/releases/current", release -> release.path("number").isNumber());
    other = RunningServer.start(Map.of("redis.url", redis.uri()));
  }

  @AfterEach
  void stop() {
    other.close();
    server.close();
    redis.close();
  }

  @Test
  void what_two_servers_counted_is_told_together_by_each() {
    String eager = shadowed(2);
    await(server, eager, draft -> draft.at("/seen/servers").asInt() == 2);
    await(other, eager, draft -> draft.at("/seen/servers").asInt() == 2);
    List<String> people = people();
    for (int i = 0; i < people.size(); i++) isNudged(i % 2 == 0 ? server : other, people.get(i));

    for (RunningServer asked : List.of(server, other)) {
      JsonNode told =
          await(asked, eager, draft -> draft.at("/seen/decisions").asInt() == people.size());
      assertThat(told.at("/seen/changed").asInt()).isEqualTo(EACH);
      assertThat(told.at("/seen/actions/" + NUDGE + "/gained").asInt()).isEqualTo(EACH);
    }
  }

  @Test
  void edited_drafts_count_who_would_gain_and_lose_and_serve_nothing() {
    String eager = shadowed(2);
    String patient = shadowed(4);
    JsonNode own = await(eager, draft -> draft.at("/seen/servers").asInt() == 2);
    await(patient, draft -> draft.at("/seen/servers").asInt() == 2);

    int nudged = 0;
    for (String person : people()) nudged += isNudged(person) ? 1 : 0;
    int decided = EACH * (MOST_TIMES + 1);

    assertThat(own.at("/seen/decisions").asInt()).isZero();
    assertThat(nudged).isEqualTo(EACH * (MOST_TIMES - 2));
    JsonNode gained = await(eager, draft -> draft.at("/seen/decisions").asInt() == decided);
    assertThat(gained.at("/seen/changed").asInt()).isEqualTo(EACH);
    assertThat(gained.at("/seen/skipped").asInt()).isZero();
    assertThat(gained.at("/seen/actions").toString())
        .isEqualTo("{\"%s\":{\"gained\":%d,\"lost\":0}}".formatted(NUDGE, EACH));
    JsonNode lost = await(patient, draft -> draft.at("/seen/decisions").asInt() == decided);
    assertThat(lost.at("/seen/changed").asInt()).isEqualTo(EACH);
    assertThat(lost.at("/seen/actions").toString())
        .isEqualTo("{\"%s\":{\"gained\":0,\"lost\":%d}}".formatted(NUDGE, EACH));
  }

  @Test
  void a_draft_that_cannot_be_built_says_why_and_casts_a_shadow_once_it_is_mended() {
    String draft = draft();
    String good = author("GET", draft + DRL, null).text();
    author("PUT", draft + DRL, good.replaceFirst("!adopted", "!adoptet"));
    author("POST", draft + "/shadow", "{\"share\": 1}");

    JsonNode broken = await(draft, each -> each.has("diagnostics"));
    author("PUT", draft + DRL, good);
    JsonNode mended = await(draft, each -> each.has("seen"));

    assertThat(broken.has("seen")).isFalse();
    assertThat(broken.at("/diagnostics/0/file").asText()).isEqualTo("features/nudges.drl");
    assertThat(broken.at("/diagnostics/0/line").asInt()).isPositive();
    assertThat(mended.has("diagnostics")).isFalse();
  }

  private String shadowed(int threshold) {
    String draft = draft();
    String text = author("GET", draft + DRL, null).text();
    String edited =
        text.replaceFirst("missedOpportunities >= 3", "missedOpportunities >= " + threshold);
    assertThat(edited).isNotEqualTo(text);
    assertThat(author("PUT", draft + DRL, edited).status()).isEqualTo(200);
    assertThat(author("POST", draft + "/shadow", "{\"share\": 1}").status()).isEqualTo(200);
    return draft;
  }

  private String draft() {
    Answer made = author("POST", "/v1/drafts", "{\"author\": \"mia\"}");
    assertThat(made.status()).isEqualTo(201);
    return "/v1/drafts/" + made.at("/id");
  }

  /** As many who have never done it by hand as who have once, twice and so on. */
  private List<String> people() {
    List<String> people = new ArrayList<>();
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int times = 0; times <= MOST_TIMES; times++) {
      for (int i = 0; i < EACH; i++) {
        String person = "by-hand-" + times + "-" + i;
        people.add(person);
        for (int j = 0; j < times; j++)
          batch.add(Map.of("type", "track", "userId", person, "event", "sentence.rewritten"));
      }
    }
    Answer sent = server.post("/v1/batch", RunningServer.json(Map.of("batch", batch)));
    assertThat(sent.status()).isEqualTo(200);
    return people;
  }

  private boolean isNudged(String person) {
    return isNudged(server, person);
  }

  private static boolean isNudged(RunningServer server, String person) {
    String asked = "{\"userId\": \"%s\", \"placements\": [{\"id\": \"editor.sidebar\"}]}";
    Answer decided = server.post("/v1/decisions", asked.formatted(person));
    assertThat(decided.status()).isEqualTo(200);
    return decided.at("/placements/0/choices/0/action").equals(NUDGE);
  }

  private JsonNode await(String path, Predicate<JsonNode> until) {
    return await(server, path, until);
  }

  private static JsonNode await(RunningServer server, String path, Predicate<JsonNode> until) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    JsonNode read = author(server, "GET", path, null).body();
    while (!until.test(read) && System.nanoTime() < end) {
      Thread.onSpinWait();
      read = author(server, "GET", path, null).body();
    }
    assertThat(until.test(read)).as("%s", read).isTrue();
    return read;
  }

  private Answer author(String method, String path, String body) {
    return author(server, method, path, body);
  }

  private static Answer author(RunningServer server, String method, String path, String body) {
    return server.send(method, path, body, RunningServer.AUTHOR_KEY, Map.of());
  }
}
