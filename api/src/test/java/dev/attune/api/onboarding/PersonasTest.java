package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.YamlReader;
import dev.attune.engine.text.YamlValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ten people talk to a server that is restarted after each of their turns. */
class PersonasTest {
  private static final Path PERSONAS =
      Path.of("src", "test", "resources", "onboarding", "personas.yaml");

  private final LocalConversations conversations = new LocalConversations();
  private final FactStore facts =
      new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.PERSONALISATION);

  private @Nullable TestServer running;

  @AfterEach
  void close() {
    if (running != null) running.close();
  }

  @TestFactory
  Stream<DynamicTest> everybody_is_done_in_six_questions_and_no_restart_loses_a_fact()
      throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    SourceText text = new SourceText("personas.yaml", Files.readString(PERSONAS));
    Map<String, Object> document = YamlValue.map(YamlReader.read(text, diagnostics).orElseThrow());
    return ((List<?>) document.get("personas"))
        .stream()
            .map(PersonasTest::map)
            .map(
                persona ->
                    DynamicTest.dynamicTest((String) persona.get("name"), () -> talk(persona)));
  }

  private void talk(Map<String, Object> persona) {
    String name = (String) persona.get("name");
    List<String> asked = new ArrayList<>();
    Set<String> declined = new HashSet<>();
    JsonObject answer = restarted().open(name);
    for (String said : List.of("first", "then")) {
      if (persona.containsKey(said)) {
        answer = turn(answer, new JsonObject().put("text", persona.get(said)), asked);
      }
    }
    while (answer.getJsonObject("ask") != null) {
      String field = answer.getJsonObject("ask").getString("field");
      assertThat(declined).doesNotContain(field);
      JsonObject turn = reply(persona, field);
      if (turn.containsKey("skip")) declined.add(field);
      answer = turn(answer, turn, asked);
    }

    assertThat(asked.size()).isLessThanOrEqualTo(6);
    assertThat(answer.getString("state")).isEqualTo("recap");
    assertThat(noted(answer)).isEqualTo(unordered(map(persona.get("ends"))));
  }

  private JsonObject turn(JsonObject before, JsonObject turn, List<String> asked) {
    JsonObject ask = before.getJsonObject("ask");
    if (ask != null && !turn.getString("text", "").endsWith("?")) asked.add(ask.getString("field"));
    return restarted().turn(before.getString("session"), turn).json();
  }

  private static JsonObject reply(Map<String, Object> persona, String field) {
    Object pressed = map(persona.getOrDefault("presses", Map.of())).get(field);
    if (pressed != null) {
      return new JsonObject()
          .put("choose", new JsonObject().put("field", field).put("value", pressed));
    }
    Object known = map(persona.getOrDefault("knows", Map.of())).get(field);
    return known == null ? new JsonObject().put("skip", true) : new JsonObject().put("text", known);
  }

  /** Nothing but the stores survives. */
  private TestServer restarted() {
    if (running != null) running.close();
    running = new TestServer(null, conversations, facts);
    return running;
  }

  private static Map<String, Object> noted(JsonObject answer) {
    Map<String, Object> noted = new LinkedHashMap<>();
    for (Object one : answer.getJsonArray("noted")) {
      JsonObject fact = (JsonObject) one;
      Object value = fact.getValue("value");
      if (value instanceof Double number) value = number.intValue();
      if (value instanceof JsonArray several) value = several.getList();
      noted.put(fact.getString("field"), value);
    }
    return unordered(noted);
  }

  /** The values of a many-of field have no order. */
  private static Map<String, Object> unordered(Map<String, Object> facts) {
    Map<String, Object> unordered = new LinkedHashMap<>(facts);
    unordered.replaceAll((field, value) -> value instanceof List<?> l ? Set.copyOf(l) : value);
    return unordered;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
