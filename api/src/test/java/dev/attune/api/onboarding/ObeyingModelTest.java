package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.onboarding.extract.EmbeddedExtractor;
import dev.attune.api.onboarding.model.StubProvider;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.vocabulary.Vocabulary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A model that does whatever the text it reads tells it to, beside the real embedded reading. */
class ObeyingModelTest {
  private static final Vocabulary QUILL =
      ((Reading.Read) ContentReader.read(Path.of("..", "rules"))).content().vocabulary();
  private static final EmbeddedExtractor EMBEDDED = EmbeddedExtractor.lexiconOnly();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/onboarding/orders.csv", numLinesToSkip = 1, delimiter = '|')
  void stores_nothing_the_person_did_not_say(
      String said, String field, String value, String quote, boolean stored) {
    try (StubProvider stub =
            new StubProvider(exchange -> exchange.whole(claim(field, value, quote)));
        TestServer server = new TestServer(stub.baseUrl(), QUILL, EMBEDDED, EMBEDDED::vouches)) {
      String session = server.open("ana").getString("session");

      server.say(session, said);

      var profile = server.facts.load(PersonId.user("ana")).toCompletableFuture().join().profile();
      assertThat(profile.containsKey(field)).isEqualTo(stored);
      assertThat(stub.requests()).isPositive();
    }
  }

  private static String claim(String field, String value, String quote) {
    JsonObject fact = new JsonObject().put("quote", quote);
    if (field.equals("goals")) {
      JsonArray values = new JsonArray().add(fact.put("value", value));
      return new JsonObject()
          .put(field, new JsonObject().put("state", "stated").put("values", values))
          .encode();
    }
    boolean number = value.matches("\\d+");
    fact.put("state", "stated").put("value", number ? Integer.valueOf(value) : value);
    return new JsonObject().put(field, fact).encode();
  }
}
