package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.onboarding.model.StubProvider;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.ProfileIntake;
import dev.attune.engine.profile.Turn;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.YamlReader;
import dev.attune.engine.text.YamlValue;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Vocabulary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every transcript beside the prompts, against its recorded answers. */
class PromptScenariosTest {
  private static final Path SCENARIOS = Path.of("..", "prompts", "scenarios");
  private static final Vocabulary QUILL =
      ((Reading.Read) ContentReader.read(Path.of("..", "rules"))).content().vocabulary();

  @TestFactory
  Stream<DynamicContainer> every_transcript_goes_as_written() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  DynamicContainer.dynamicContainer(
                      file.getFileName().toString(), scenarios(file).map(this::test)));
    }
  }

  private DynamicTest test(Map<String, Object> scenario) {
    return DynamicTest.dynamicTest((String) scenario.get("name"), () -> run(scenario));
  }

  private void run(Map<String, Object> scenario) {
    AtomicReference<Map<String, Object>> turn = new AtomicReference<>(Map.of());
    try (StubProvider stub =
            new StubProvider(
                exchange -> {
                  boolean reading = exchange.lastBody().contains("json_schema");
                  Object text = turn.get().get(reading ? "answer" : "wording");
                  if (text == null) exchange.status(503);
                  else exchange.whole((String) text);
                });
        TestServer server =
            new TestServer(
                stub.baseUrl(),
                QUILL,
                (said, state, asked) -> words(said, turn.get()),
                (said, fact) -> true)) {
      String session = server.open("ana").getString("session");
      for (Object next : (List<?>) Objects.requireNonNull(scenario.get("turns"))) {
        turn.set(map(next));
        check(turn.get(), take(server, session, turn.get()));
      }
    }
  }

  private static JsonObject take(TestServer server, String session, Map<String, Object> turn) {
    JsonObject body = new JsonObject();
    if (turn.containsKey("say")) body.put("text", turn.get("say"));
    if (turn.containsKey("choose")) body.put("choose", new JsonObject(map(turn.get("choose"))));
    if (turn.containsKey("remove")) body.put("remove", turn.get("remove"));
    String stream = server.stream(session, body).join();
    return new JsonObject(stream.substring(stream.lastIndexOf("\ndata: ") + 7));
  }

  private static void check(Map<String, Object> turn, JsonObject answer) {
    if (turn.containsKey("says")) {
      assertThat(answer.getString("say")).isEqualTo(turn.get("says"));
    }
    if (turn.containsKey("noted")) assertThat(noted(answer)).isEqualTo(map(turn.get("noted")));
    if (turn.containsKey("asks")) {
      assertThat(answer.getJsonObject("ask").getString("field")).isEqualTo(turn.get("asks"));
    }
    if (turn.containsKey("doubt")) {
      assertThat(answer.getJsonObject("ask").getString("doubt")).isEqualTo(turn.get("doubt"));
    }
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
    return noted;
  }

  /** What the scenario says the embedded reading is certain of. */
  private static Extraction words(Turn said, Map<String, Object> turn) {
    List<CandidateFact> facts = new ArrayList<>();
    String quote =
        said.text().substring(0, Math.min(said.text().length(), ProfileIntake.LONGEST_QUOTE));
    map(turn.getOrDefault("words", Map.of()))
        .forEach(
            (field, value) ->
                facts.add(new CandidateFact(field, typed(field, value), 0.9, quote, "words")));
    return new Extraction(facts, List.of(), Set.of(), Map.of());
  }

  private static Object typed(String name, Object value) {
    Field field = Objects.requireNonNull(QUILL.profile().get(name));
    return field.type() == FieldType.NUMBER ? ((Number) value).doubleValue() : value;
  }

  private static Stream<Map<String, Object>> scenarios(Path file) {
    try {
      Diagnostics diagnostics = new Diagnostics();
      SourceText text = new SourceText(file.toString(), Files.readString(file));
      Map<String, Object> document =
          YamlValue.map(YamlReader.read(text, diagnostics).orElseThrow());
      assertThat(diagnostics.sorted()).isEmpty();
      return ((List<?>) document.get("scenarios")).stream().map(PromptScenariosTest::map);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
