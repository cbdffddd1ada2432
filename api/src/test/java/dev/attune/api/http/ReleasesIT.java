package dev.attune.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.engine.publish.ArchiveReader;
import dev.attune.engine.publish.ReleaseArchive;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.text.Diagnostics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The authors' path over HTTP, on the repository's rules. */
class ReleasesIT {
  private static final String CARDS = "/files/features/actions.yaml";
  private static final String DRL = "/files/features/nudges.drl";
  private static RunningServer server;
  private static DraftAuthor author;

  @BeforeAll
  static void start() {
    server = RunningServer.start(Map.of()).untilPublished();
    author = new DraftAuthor(server);
    assertThat(author.current().path("origin").asText()).isEqualTo("folder");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_draft_becomes_a_release_and_says_what_it_changes() {
    JsonNode before = author.current();
    String draft = author.draft();
    author.edit(draft, CARDS, "priority: 65", "priority: 66");

    Answer checked = author.send("POST", draft + "/check");
    Answer published =
        author.send(
            "POST",
            draft + "/publish",
            "{\"author\": \"mia\", \"message\": \"louder\"}",
            Map.of("If-Match", "\"" + before.path("number").asLong() + "\""));

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.body().path("changes").path(0).path("text").asText())
        .startsWith("card \"")
        .endsWith("\": priority 65 -> 66");
    assertThat(published.status()).isEqualTo(201);
    assertThat(author.current().path("id")).isEqualTo(published.body().path("id"));
    Answer read = author.send("GET", "/v1/releases/" + published.body().path("number"));
    assertThat(read.body().path("changes")).hasSize(1);
    assertThat(read.body().path("author").asText()).isEqualTo("mia");
    assertThat(read.body().path("live").asBoolean()).isTrue();
  }

  @Test
  void a_rejected_draft_answers_422_with_every_place_and_changes_nothing() {
    JsonNode before = author.current();
    String draft = author.draft();
    author.edit(draft, DRL, "!adopted", "!adoptet");

    Answer published = author.send("POST", draft + "/publish");

    assertThat(published.status()).isEqualTo(422);
    JsonNode diagnostic = published.body().path("diagnostics").path(0);
    assertThat(diagnostic.path("file").asText()).isEqualTo("features/nudges.drl");
    assertThat(diagnostic.path("line").asInt()).isPositive();
    assertThat(diagnostic.path("column").asInt()).isPositive();
    assertThat(diagnostic.path("message").asText()).contains("Maybe");
    assertThat(author.current()).isEqualTo(before);
  }

  @Test
  void a_draft_made_from_an_older_release_is_412_and_can_be_put_on_top() {
    String mine = author.draft();
    String yours = author.draft();
    author.edit(mine, CARDS, "priority: 7", "priority: 6");
    author.edit(yours, "/files/home/actions.yaml", "priority: 40", "priority: 41");
    assertThat(author.send("POST", mine + "/publish").status()).isEqualTo(201);

    Answer late = author.send("POST", yours + "/publish");
    Answer rebased = author.send("POST", yours + "/rebase");
    Answer again = author.send("POST", yours + "/publish");

    assertThat(late.status()).isEqualTo(412);
    assertThat(rebased.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(201);
    Answer read = author.send("GET", "/v1/releases/" + again.body().path("number"));
    assertThat(read.body().path("changes").toString()).contains("priority").doesNotContain("try-");
  }

  @Test
  void a_repeated_publish_publishes_once() {
    String draft = author.draft();
    author.edit(draft, CARDS, "lifetime: 4", "lifetime: 5");
    Map<String, String> key = Map.of("Idempotency-Key", "\"once-" + draft.hashCode() + "\"");

    Answer first = author.send("POST", draft + "/publish", null, key);
    Answer second = author.send("POST", draft + "/publish", null, key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.body().path("number")).isEqualTo(first.body().path("number"));
  }

  @Test
  void what_is_exported_comes_back_byte_for_byte() throws Exception {
    long number = author.current().path("number").asLong();
    byte[] exported = author.bytes("/v1/releases/" + number + "/export");
    ReleaseFiles files = ArchiveReader.read(exported, new Diagnostics()).orElseThrow();
    String cards = new String(files.file("crm/actions.yaml").orElseThrow(), UTF_8);
    byte[] changed =
        ReleaseArchive.of(files.with("crm/actions.yaml", (cards + "# seen\r\n").getBytes(UTF_8)));

    Answer imported = author.bringIn(changed, number);
    byte[] back =
        author.bytes("/v1/releases/" + imported.body().path("number").asLong() + "/export");

    assertThat(imported.status()).isEqualTo(201);
    assertThat(back).isEqualTo(changed);
    assertThat(author.bringIn(exported, number).status()).isEqualTo(412);
    assertThat(author.bringIn("no zip".getBytes(UTF_8), number).status()).isEqualTo(422);
  }

  @Test
  void a_folder_zipped_with_all_that_lies_in_it_is_taken_and_what_is_no_rules_is_told()
      throws Exception {
    long number = author.current().path("number").asLong();
    ReleaseFiles live =
        ArchiveReader.read(author.bytes("/v1/releases/" + number + "/export"), new Diagnostics())
            .orElseThrow();
    byte[] zipped = zippedWithNotes(live);

    Answer replaced = author.sendZip("PUT", author.draft(), zipped);
    Answer imported = author.bringIn(zipped, number);

    assertThat(replaced.status()).isEqualTo(200);
    assertThat(imported.status()).isEqualTo(201);
    for (Answer each : List.of(replaced, imported))
      assertThat(each.body().path("diagnostics").findValuesAsText("file"))
          .contains("README.md", "__MACOSX");
    assertThat(imported.body().path("hash").asText()).isEqualTo(live.hash());
  }

  /** As a desktop zips the folder. */
  private static byte[] zippedWithNotes(ReleaseFiles files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String stray : List.of("rules/README.md", "rules/.DS_Store", "__MACOSX/._rules"))
        zip.putNextEntry(new ZipEntry(stray));
      for (Map.Entry<String, byte[]> file : files.byPath().entrySet()) {
        zip.putNextEntry(new ZipEntry("rules/" + file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void a_rollback_is_a_new_release_and_old_decisions_stay_explained() {
    String decided =
        server
            .post(
                "/v1/decisions",
                "{\"userId\": \"ana\", \"placements\": [{\"id\": \"home.grid\"}], \"explain\":"
                    + " true}")
            .at("/decisionId");
    String earlier = author.current().path("number").asText();
    String draft = author.draft();
    author.edit(draft, CARDS, "per: 7d", "per: 6d");
    assertThat(author.send("POST", draft + "/publish").status()).isEqualTo(201);

    Answer back = author.send("POST", "/v1/releases/" + earlier + "/rollback");

    assertThat(back.status()).isEqualTo(201);
    assertThat(back.body().path("origin").asText()).isEqualTo("rollback");
    assertThat(server.get("/v1/decisions/" + decided + "/why").status()).isEqualTo(200);
  }

  @Test
  void two_editors_of_a_draft_do_not_overwrite_each_other() {
    String draft = author.draft();
    Map<String, String> first = Map.of("If-Match", "\"1\"");

    Answer mine = author.send("PUT", draft + "/files/crm/habits.drl", "package crm\n", first);
    Answer yours = author.send("PUT", draft + "/files/crm/habits.drl", "package crm", first);

    assertThat(mine.status()).isEqualTo(200);
    assertThat(yours.status()).isEqualTo(412);
    assertThat(author.send("PUT", draft + "/files/../passwd", "x").status()).isEqualTo(400);
    assertThat(author.send("DELETE", draft).status()).isEqualTo(204);
    assertThat(author.send("GET", draft).status()).isEqualTo(404);
  }

  @Test
  void a_shadowed_draft_sees_live_decisions_and_serves_nothing() {
    String draft = author.draft();
    String home = "{\"userId\": \"shade\", \"placements\": [{\"id\": \"home.grid\"}]}";
    JsonNode got = server.post("/v1/decisions", home).body().at("/placements/0/choices");

    assertThat(author.send("POST", draft + "/shadow", "{\"share\": 1}").status()).isEqualTo(200);
    JsonNode seen = seen(draft, home);

    assertThat(seen.path("decisions").asLong()).isPositive();
    assertThat(seen.path("changed").asLong()).isZero();
    assertThat(server.post("/v1/decisions", home).body().at("/placements/0/choices/0/action"))
        .isEqualTo(got.at("/0/action"));
    assertThat(author.send("POST", draft + "/shadow", "{\"share\": 2}").status()).isEqualTo(400);
    assertThat(author.send("DELETE", draft + "/shadow").body().path("shadow").asDouble()).isZero();
  }

  /** Decides until the shadow has seen something. */
  private static JsonNode seen(String draft, String decision) {
    long end = System.nanoTime() + 120_000_000_000L;
    JsonNode seen = author.send("GET", draft).body().path("seen");
    while (seen.path("decisions").asLong() == 0 && System.nanoTime() < end) {
      server.post("/v1/decisions", decision);
      seen = author.send("GET", draft).body().path("seen");
    }
    return seen;
  }
}
