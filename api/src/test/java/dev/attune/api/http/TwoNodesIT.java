package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.redis.PackagedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers, one Redis. {@code -Dattune.rounds=100} publishes against each other as often. */
class TwoNodesIT {
  private static final int ROUNDS = Integer.getInteger("attune.rounds", 10);
  private static final String CARDS = "/files/features/actions.yaml";
  private static PackagedRedis redis;
  private static RunningServer one;
  private static RunningServer two;

  @BeforeAll
  static void start() throws IOException {
    redis = PackagedRedis.start(Files.createTempDirectory("two-nodes"));
    one = RunningServer.start(Map.of("redis.url", redis.uri()));
    await(one, "/number", "1");
    two = RunningServer.start(Map.of("redis.url", redis.uri()));
    await(two, "/number", "1");
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
    redis.close();
  }

  @Test
  void what_one_publishes_the_other_follows_and_explains() {
    String decided =
        send(one, RunningServer.SERVER_KEY, "POST", "/v1/decisions", DECISION).at("/decisionId");
    Answer published = publish(one, draft(one, "priority: 55"));
    long since = System.nanoTime();

    assertThat(published.status()).isEqualTo(201);
    await(two, "/id", published.at("/id"));
    System.out.printf(
        "the other node followed in %d ms%n", (System.nanoTime() - since) / 1_000_000);
    assertThat(
            send(two, RunningServer.SERVER_KEY, "GET", "/v1/decisions/" + decided + "/why", null)
                .status())
        .isEqualTo(200);
  }

  private static final String DECISION =
      "{\"userId\": \"two\", \"placements\": [{\"id\": \"home.grid\"}]}";

  @Test
  void of_two_who_publish_at_once_one_wins_and_nothing_is_lost() {
    for (int round = 0; round < ROUNDS; round++) {
      String mine = draft(one, "priority: " + (10 + round % 40));
      String yours = draft(one, "priority: " + (50 + round % 40));
      long before = number(one);

      CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> publish(one, mine));
      CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> publish(two, yours));

      List<Answer> answers = List.of(first.join(), second.join());
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 412);
      Answer won = answers.stream().filter(each -> each.status() == 201).findFirst().orElseThrow();
      assertThat(won.body().path("number").asLong()).isEqualTo(before + 1);
      await(one, "/id", won.at("/id"));
      await(two, "/id", won.at("/id"));
    }
  }

  private static String draft(RunningServer at, String priority) {
    Answer made = author(at, "POST", "/v1/drafts", "{\"author\": \"mia\"}");
    String draft = "/v1/drafts/" + made.body().path("id").asText();
    String text = author(at, "GET", draft + CARDS, null).text();
    String edited = text.replaceFirst("priority: [0-9]+", priority);
    assertThat(author(at, "PUT", draft + CARDS, edited).status()).isEqualTo(200);
    return draft;
  }

  private static Answer publish(RunningServer at, String draft) {
    Answer published = author(at, "POST", draft + "/publish", null);
    author(at, "DELETE", draft, null);
    return published;
  }

  private static long number(RunningServer at) {
    return current(at).path("number").asLong();
  }

  private static JsonNode current(RunningServer at) {
    return author(at, "GET", "/v1/releases/current", null).body();
  }

  private static void await(RunningServer at, String pointer, String value) {
    long end = System.nanoTime() + 120_000_000_000L;
    while (!current(at).at(pointer).asText().equals(value) && System.nanoTime() < end)
      Thread.onSpinWait();
    assertThat(current(at).at(pointer).asText()).isEqualTo(value);
  }

  private static Answer author(RunningServer at, String method, String path, String body) {
    return send(at, RunningServer.AUTHOR_KEY, method, path, body);
  }

  private static Answer send(
      RunningServer at, String key, String method, String path, String body) {
    return at.send(method, path, body, key, Map.of());
  }
}
