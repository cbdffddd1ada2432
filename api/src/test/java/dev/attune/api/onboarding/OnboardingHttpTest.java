package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.PersonId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnboardingHttpTest {
  private final TestServer server = new TestServer(null);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_conversation_opens_with_a_question_three_choices_and_the_reason_for_asking() {
    JsonObject opened = server.open("ana");

    JsonObject ask = opened.getJsonObject("ask");
    assertThat(ask.getString("field")).isEqualTo("role");
    assertThat(ask.getJsonArray("choices")).hasSize(3);
    assertThat(ask.getJsonArray("others")).hasSize(1);
    assertThat(ask.getString("why")).contains("to choose what you see first");
    assertThat(opened.getString("say")).contains("What do you do?");
  }

  @Test
  void one_message_fills_several_fields_each_with_its_quote_and_decides_the_named_placements() {
    String session = server.open("ana").getString("session");

    JsonObject answer =
        server
            .turn(
                session,
                new JsonObject()
                    .put("text", "I'm a solo Marketer planning launches at a bank")
                    .put("placements", placements("onboarding.templates")))
            .json();

    assertThat(texts(answer.getJsonArray("facts"), "quote"))
        .containsExactly("Marketer", "launches", "bank");
    assertThat(answer.getJsonObject("ask").getString("field")).isEqualTo("teamSize");
    assertThat(answer.getJsonObject("decision").getJsonArray("placements")).hasSize(1);
    var stored = server.facts.load(PersonId.user("ana")).toCompletableFuture().join().profile();
    assertThat(stored)
        .hasEntrySatisfying(
            "role",
            value -> {
              assertThat(value.value()).isEqualTo("marketer");
              assertThat(value.provenance().quote()).isEqualTo("Marketer");
              assertThat(value.provenance().turn()).isEqualTo(1);
              assertThat(value.provenance().packVersion()).isEqualTo("words-1");
            });
    assertThat(stored).containsKeys("goals", "industry").doesNotContainKey("teamSize");
  }

  @Test
  void the_same_turn_streams_facts_ask_words_decision_and_the_whole_answer() {
    String session = server.open("ana").getString("session");

    TestServer.Reply reply =
        server.turn(
            session,
            new JsonObject()
                .put("text", "I'm a marketer")
                .put("placements", placements("onboarding.templates")),
            "Accept",
            "text/event-stream");

    assertThat(reply.response().headers().firstValue("X-Accel-Buffering")).contains("no");
    assertThat(reply.body()).startsWith("retry: 3000\n\nid: 1\nevent: facts\n");
    assertThat(events(reply.body()))
        .containsExactlyInAnyOrder("facts", "ask", "token", "decision", "done")
        .startsWith("facts", "ask")
        .endsWith("done");
  }

  @Test
  void a_correction_and_a_removal_in_words_change_what_is_stored() {
    String session = server.open("ana").getString("session");
    server.say(session, "I'm a marketer, team of 4");

    JsonObject corrected = server.say(session, "actually I'm in sales now").json();
    server.say(session, "please forget my team size");

    assertThat(corrected.getJsonArray("facts").getJsonObject(0).getString("before"))
        .isEqualTo("marketer");
    var stored = server.facts.load(PersonId.user("ana")).toCompletableFuture().join().profile();
    assertThat(stored.get("role")).isNotNull().extracting("value").isEqualTo("sales");
    assertThat(stored).doesNotContainKey("teamSize");
  }

  @Test
  void undo_brings_the_stored_value_back() {
    String session = server.open("ana").getString("session");
    server.say(session, "I'm a marketer");
    server.say(session, "actually I'm in sales now");

    server.turn(session, new JsonObject().put("undo", true));

    var stored = server.facts.load(PersonId.user("ana")).toCompletableFuture().join().profile();
    assertThat(stored.get("role")).isNotNull().extracting("value").isEqualTo("marketer");
  }

  @Test
  void a_question_why_beside_an_answer_gets_both() {
    String session = server.open("ana").getString("session");

    JsonObject answer = server.say(session, "I'm a marketer. Why do you ask?").json();

    assertThat(answer.getJsonArray("facts")).hasSize(1);
    assertThat(answer.getString("say")).contains("to choose what you see first");
    assertThat(answer.getInteger("turn")).isEqualTo(1);
  }

  @Test
  void a_turn_sent_twice_is_taken_once() {
    String session = server.open("ana").getString("session");
    JsonObject turn = new JsonObject().put("text", "I'm a marketer").put("turn", 1);

    String first = server.turn(session, turn).body();
    String second = server.turn(session, turn).body();

    assertThat(second).isEqualTo(first);
    assertThat(server.get("/v1/onboarding/" + session).json().getInteger("turn")).isEqualTo(1);
    assertThat(server.turn(session, turn.copy().put("text", "other")).status()).isEqualTo(409);
  }

  @Test
  void an_idempotency_key_used_for_another_turn_is_refused() {
    String session = server.open("ana").getString("session");
    String[] key = {"Idempotency-Key", "\"k-1\""};
    JsonObject turn = new JsonObject().put("text", "I'm a marketer");

    String first = server.turn(session, turn, key).body();

    assertThat(server.turn(session, turn, key).body()).isEqualTo(first);
    assertThat(server.turn(session, new JsonObject().put("undo", true), key).status())
        .isEqualTo(422);
  }

  @Test
  void what_cannot_be_read_is_refused_with_a_pointer() {
    String session = server.open("ana").getString("session");

    TestServer.Reply none = server.turn(session, new JsonObject());
    TestServer.Reply two =
        server.turn(session, new JsonObject().put("text", "x").put("undo", true));
    TestServer.Reply lengthy = server.turn(session, new JsonObject().put("text", "x".repeat(2001)));
    TestServer.Reply huge = server.turn(session, new JsonObject().put("text", "x".repeat(20_000)));

    assertThat(List.of(none.status(), two.status(), lengthy.status(), huge.status()))
        .containsExactly(400, 400, 400, 413);
    assertThat(lengthy.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/text");
  }

  @Test
  void an_unknown_session_field_or_value_is_refused() {
    String session = server.open("ana").getString("session");

    String foreign = server.open("somebody-else").getString("session");

    assertThat(server.say("no-such-session", "hello").status()).isEqualTo(404);
    assertThat(server.say(foreign, "hello").status()).isEqualTo(404);
    assertThat(choose(session, "salary", "high").status()).isEqualTo(422);
    assertThat(choose(session, "role", "astronaut").status()).isEqualTo(422);
    assertThat(choose(session, "plan", "pro").status()).isEqualTo(422);
  }

  @Test
  void after_forty_messages_only_the_buttons_work() {
    String session = server.open("ana").getString("session");
    for (int i = 0; i < 40; i++) server.say(session, "hello");

    assertThat(server.say(session, "hello").status()).isEqualTo(422);
    assertThat(choose(session, "role", "sales").status()).isEqualTo(200);
  }

  @Test
  void a_conversation_goes_on_after_a_restart_and_a_declined_field_stays_declined() {
    String session = server.open("ana").getString("session");
    server.say(session, "I'd rather not say");
    server.say(session, "I want reports");
    server.turn(session, new JsonObject().put("later", true));

    try (TestServer restarted = new TestServer(null, server.conversations, server.facts)) {
      JsonObject resumed = restarted.open("ana");

      assertThat(resumed.getString("session")).isEqualTo(session);
      assertThat(texts(resumed.getJsonArray("noted"), "field")).containsExactly("goals");
      assertThat(resumed.getJsonObject("ask").getString("field")).isEqualTo("industry");
    }
  }

  @Test
  void what_nobody_needs_to_know_is_not_kept() {
    String session = server.open("ana").getString("session");

    server.say(session, "Mail me at ana@example.com or call +49 30 1234567, I'm a marketer");

    String seen = server.get("/v1/onboarding/" + session).body();
    assertThat(seen).doesNotContain("ana@example.com", "1234567").contains("[e-mail]", "[phone]");
  }

  private TestServer.Reply choose(String session, String field, String value) {
    JsonObject choose = new JsonObject().put("field", field).put("value", value);
    return server.turn(session, new JsonObject().put("choose", choose));
  }

  private static JsonArray placements(String id) {
    return new JsonArray().add(new JsonObject().put("id", id));
  }

  private static List<String> texts(JsonArray array, String key) {
    return array.stream().map(one -> ((JsonObject) one).getString(key)).toList();
  }

  private static List<String> events(String stream) {
    return stream
        .lines()
        .filter(line -> line.startsWith("event: "))
        .map(line -> line.substring(7))
        .toList();
  }
}
