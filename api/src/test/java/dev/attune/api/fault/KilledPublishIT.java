package dev.attune.api.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.Client;
import dev.attune.api.RunningServer;
import dev.attune.api.redis.PackagedRedis;
import dev.attune.engine.publish.ArchiveReader;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.text.Diagnostics;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server killed while it publishes. {@code -Dattune.kills=20} kills it as often. */
class KilledPublishIT {
  private static final int KILLS = Integer.getInteger("attune.kills", 5);
  private static final int ON_NOTICE = 5;
  private static final String CARDS = "features/actions.yaml";

  private final Random random = new Random(7);
  private final HttpClient http = HttpClient.newHttpClient();
  private PackagedRedis redis;
  private RedisClient listener;
  private Path data;
  private ServeProcess server;

  @BeforeEach
  void start() throws IOException {
    redis = PackagedRedis.start(Files.createTempDirectory("killed-redis"));
    listener = RedisClient.create(redis.uri());
    data = ServeProcess.data();
    server = serve();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    listener.shutdown();
    redis.close();
  }

  /** Every fifth kill comes the moment the release is stored, the others spread over a publish. */
  @Test
  void after_a_kill_the_old_or_the_new_release_is_there_and_whole() throws Exception {
    long took = publishNanos();
    int stored = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Standing before = standing();
      Draft draft = draft(20 + kill);
      boolean onNotice = kill % ON_NOTICE == ON_NOTICE - 1;
      CompletableFuture<Void> end =
          onNotice
              ? stored(before.number + 1).thenRunAsync(server::end)
              : CompletableFuture.runAsync(server::end, in(took * part(kill)));
      publish(draft);
      end.get(2, TimeUnit.MINUTES);
      server.kill();

      server = serve();
      Standing after = standing();
      if (onNotice) assertThat(after.number).isEqualTo(before.number + 1);
      if (after.number == before.number) assertThat(after).isEqualTo(before);
      else assertThat(after).isEqualTo(new Standing(before.number + 1, draft.files.hash()));
      stored += after.number == before.number ? 0 : 1;
    }
    System.out.printf(
        "%d kills over publishes of %d ms: %d found the new release, %d the old one%n",
        KILLS, took / 1_000_000, stored, KILLS - stored);
  }

  private double part(int kill) {
    return (kill + random.nextDouble()) / KILLS;
  }

  private static Executor in(double nanos) {
    return CompletableFuture.delayedExecutor((long) nanos, TimeUnit.NANOSECONDS);
  }

  /** Completes when the store tells its nodes of the release. */
  private CompletableFuture<Void> stored(long number) {
    CompletableFuture<Void> told = new CompletableFuture<>();
    StatefulRedisPubSubConnection<String, String> heard = listener.connectPubSub();
    heard.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String pattern, String channel, String message) {
            if (message.equals(Long.toString(number))) told.complete(null);
          }
        });
    heard.sync().psubscribe("*release*");
    return told;
  }

  private ServeProcess serve() throws IOException {
    ServeProcess started =
        ServeProcess.start(
            data,
            0,
            "--redis",
            redis.uri(),
            "--set",
            "keys.author=" + RunningServer.AUTHOR_KEY,
            "--set",
            "redis.read-timeout=5s",
            "--set",
            "redis.write-timeout=5s");
    Client client = new Client(started.address());
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (current(client).path("number").isMissingNode() && System.nanoTime() < end)
      Thread.onSpinWait();
    return started;
  }

  /** What is current: its number, and the hash of the files it hands out and decides by. */
  private record Standing(long number, String hash) {}

  private Standing standing() throws IOException, InterruptedException {
    Client client = new Client(server.address());
    JsonNode current = current(client);
    long number = current.path("number").asLong();
    String hash = files(number).hash();
    String decision = "{\"userId\": \"kim\", \"placements\": [{\"id\": \"home.grid\"}]}";
    Answer decided = client.post("/v1/decisions", decision, RunningServer.SERVER_KEY);
    assertThat(current.path("hash").asText()).isEqualTo(hash);
    assertThat(hash).startsWith(decided.at("/release"));
    return new Standing(number, hash);
  }

  private ReleaseFiles files(long number) throws IOException, InterruptedException {
    HttpResponse<byte[]> archive =
        http.send(
            asked("/v1/releases/" + number + "/export").GET().build(), BodyHandlers.ofByteArray());
    assertThat(archive.statusCode()).isEqualTo(200);
    return ArchiveReader.read(archive.body(), new Diagnostics()).orElseThrow();
  }

  /** A draft and the files a release of it has. */
  private record Draft(String path, ReleaseFiles files) {}

  private Draft draft(int priority) throws IOException, InterruptedException {
    Client client = new Client(server.address());
    String made = author(client, "POST", "/v1/drafts", "{\"author\": \"mia\"}").at("/id");
    ReleaseFiles files = files(current(client).path("number").asLong());
    String cards = new String(files.file(CARDS).orElseThrow(), UTF_8);
    String edited = cards.replaceFirst("priority: [0-9]+", "priority: " + priority);
    String path = "/v1/drafts/" + made;
    assertThat(author(client, "PUT", path + "/files/" + CARDS, edited).status()).isEqualTo(200);
    return new Draft(path, files.with(CARDS, edited.getBytes(UTF_8)));
  }

  /** Does not wait for an answer, which may never come. */
  private CompletableFuture<HttpResponse<Void>> publish(Draft draft) {
    HttpRequest request = asked(draft.path + "/publish").POST(BodyPublishers.noBody()).build();
    return http.sendAsync(request, BodyHandlers.discarding());
  }

  private long publishNanos() throws Exception {
    Draft draft = draft(19);
    long since = System.nanoTime();
    assertThat(publish(draft).get(2, TimeUnit.MINUTES).statusCode()).isEqualTo(201);
    return System.nanoTime() - since;
  }

  private HttpRequest.Builder asked(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .header("Authorization", "Bearer " + RunningServer.AUTHOR_KEY);
  }

  private static JsonNode current(Client client) {
    return author(client, "GET", "/v1/releases/current", null).body();
  }

  private static Answer author(Client client, String method, String path, String body) {
    return client.send(method, path, body, RunningServer.AUTHOR_KEY, Map.of());
  }
}
