package dev.attune.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.onboarding.model.StubProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private Path talks;
  private Path facts;

  @BeforeEach
  void two_conversations() throws IOException {
    facts = folder.resolve("facts.jsonl");
    talks = folder.resolve("talks.jsonl");
    Files.writeString(
        talks,
        """
        {"id": "a", "turns": ["I'm a nurse, mail me at kim@example.com", "just me"], "asked": [null, "teamSize"]}

        {"id": "b", "turns": ["I keep the books at a law firm"]}
        """);
  }

  @Test
  void every_conversation_comes_out_with_the_facts_that_stand_at_its_end() throws IOException {
    assertThat(extract("--lexicon-only")).isZero();

    assertThat(Files.readAllLines(facts)).hasSize(2);
    assertThat(Files.readString(facts)).contains("\"id\":\"a\"", "\"teamSize\":1");
    assertThat(err.toString()).contains("lexicon-only", "3 turns");
  }

  @Test
  void a_model_reads_along_on_masked_words_and_what_it_came_to_is_told() throws IOException {
    String answer = "{\"industry\":{\"value\":\"professional_services\",\"quote\":\"law firm\"}}";
    try (StubProvider stub = new StubProvider(exchange -> exchange.whole(answer))) {
      assertThat(extract(withModel(stub))).as(err.toString()).isZero();

      assertThat(Files.readAllLines(facts).get(1))
          .contains("\"industry\":\"professional_services\"");
      assertThat(err.toString()).contains("the model answered 3 turns, 300 tokens in, 60 out");
      assertThat(stub.bodies().get(0)).contains("[e-mail]").doesNotContain("kim@example.com");
    }
  }

  @Test
  void turns_the_model_did_not_answer_are_counted_by_kind_and_fail_the_command()
      throws IOException {
    try (StubProvider stub = new StubProvider(exchange -> exchange.status(401))) {
      assertThat(extract(withModel(stub))).isOne();

      assertThat(err.toString()).contains("read without the model: 3, refused");
      assertThat(err.toString()).doesNotContain("planted", "test-key");
      assertThat(Files.readAllLines(facts)).hasSize(2);
    }
  }

  @Test
  void an_unknown_model_is_wrong_usage_and_the_known_ones_are_named() {
    assertThat(extract("--lexicon-only", "--model", "gpt", "--rules", "../rules")).isEqualTo(2);

    assertThat(err.toString()).contains("the settings have no model \"gpt\"");
  }

  @Test
  void a_broken_line_is_named_by_its_place() throws IOException {
    Files.writeString(talks, "{\"id\": \"a\", \"turns\": [\"hello\"]}\n{\"id\": 3\n");

    assertThat(extract("--lexicon-only")).isEqualTo(2);

    assertThat(err.toString()).contains("talks.jsonl:2: is no JSON object");
  }

  private static String[] withModel(StubProvider stub) {
    return new String[] {
      "--lexicon-only",
      "--model=stub",
      "--rules=../rules",
      "--prompts=../prompts",
      "--set=models.stub.provider=openai-compatible",
      "--set=models.stub.name=stub",
      "--set=models.stub.api-key=test-key",
      "--set=models.stub.base-url=" + stub.baseUrl(),
      "--set=conversation.first-token=20s",
      "--set=conversation.model-timeout=60s"
    };
  }

  private int extract(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("extract", "--in", talks.toString(), "--out", facts.toString()));
    all.addAll(List.of(arguments));
    return new CommandLine(new AttuneCommand())
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
