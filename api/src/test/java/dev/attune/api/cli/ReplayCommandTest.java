package dev.attune.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.api.replay.DecisionFile;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.scenario.RandomLives;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {
  private static final Path RULES = Path.of("..", "rules");
  @TempDir private static Path shared;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path draft;

  @BeforeAll
  static void decisions_were_made() throws IOException {
    Reading.Read read = (Reading.Read) ContentReader.read(RULES);
    Compiled compiled =
        (Compiled) ReleaseCompiler.ofFolder(shared.resolve("data/built")).compile(read.content());
    List<byte[]> records = new ArrayList<>();
    new RandomLives(compiled.release(), 11)
        .live(30, 20, made -> records.add(RecordCodec.encode(made)));
    List<List<byte[]>> pages = new ArrayList<>(List.of(records, List.of()));
    assertThat(DecisionFile.write(shared.resolve("decisions"), () -> pages.remove(0)))
        .isEqualTo(600);
  }

  @BeforeEach
  void a_draft_is_a_copy_of_the_rules() throws IOException {
    try (Stream<Path> files = Files.walk(RULES)) {
      for (Path file : files.toList()) {
        Path copy = draft.resolve(RULES.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(copy);
        else Files.copy(file, copy);
      }
    }
  }

  @Test
  void the_same_rules_change_nothing() {
    assertThat(replay("--max-changed", "0%")).isZero();
    assertThat(out.toString()).startsWith("0 of 600 decisions change (0.00 %), 600 read");
    assertThat(err.toString()).contains("100 % of 600 decisions");
  }

  @Test
  void an_edit_is_told_with_who_gains_and_why_on_both_sides() throws IOException {
    edit("missedOpportunities >= 3", "missedOpportunities >= 1");

    assertThat(replay()).isZero();
    assertThat(out.toString())
        .contains("try-tone-suggestions: NOT_ELIGIBLE -> chosen")
        .contains("before: NOT_ELIGIBLE, Feature tone-suggestions: missedOpportunities is")
        .contains("after : chosen, has rewritten sentences by hand at least three times")
        .contains("rule \"show tone suggestions\", features/nudges.drl:")
        .contains("refused on budgets")
        .doesNotContain("person-");
  }

  @Test
  void a_draft_that_changes_too_much_fails() throws IOException {
    edit("missedOpportunities >= 3", "missedOpportunities >= 1");

    assertThat(replay("--max-changed", "0.1%")).isOne();
    assertThat(err.toString()).contains("% of the decisions change, the limit is 0.10 %");
  }

  @Test
  void the_report_can_be_read_by_programs() throws IOException {
    edit("missedOpportunities >= 3", "missedOpportunities >= 1");

    assertThat(replay("--json")).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.at("/decisions/replayed").asInt()).isEqualTo(600);
    assertThat(report.at("/decisions/changed").asInt()).isPositive();
    assertThat(report.at("/decisions/unproven").asInt()).isZero();
    assertThat(report.at("/examples").size()).isPositive();
  }

  @Test
  void a_draft_with_mistakes_is_refused_at_its_place() throws IOException {
    edit("missedOpportunities >= 3", "missedOportunities >= 3");

    assertThat(replay()).isOne();
    assertThat(err.toString()).contains("features/nudges.drl:9:").contains("missedOportunities");
  }

  @Test
  void a_file_of_something_else_is_told_apart() {
    Path vocabulary = draft.resolve("vocabulary.yaml");

    assertThat(attune("replay", "--draft", draft.toString(), "--decisions", vocabulary.toString()))
        .isOne();
    assertThat(err.toString()).contains("holds no recorded decisions");
  }

  @Test
  void wrong_usage_says_what_is_missing() {
    assertThat(attune("replay")).isEqualTo(2);
    assertThat(err.toString()).contains("name the draft's folder with --draft DIR");
    assertThat(replay("--max-changed", "lots")).isEqualTo(2);
    assertThat(err.toString()).contains("--max-changed is a share from 0% to 100%, e.g. 5%");
  }

  private void edit(String before, String after) throws IOException {
    Path file = draft.resolve("features/nudges.drl");
    Files.writeString(file, Files.readString(file).replace(before, after));
  }

  private int replay(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--draft",
                draft.toString(),
                "--rules",
                RULES.toString(),
                "--decisions",
                shared.resolve("decisions").toString(),
                "--data",
                shared.resolve("data").toString()));
    arguments.addAll(List.of(more));
    return attune(arguments.toArray(String[]::new));
  }

  private int attune(String... arguments) {
    return new CommandLine(new AttuneCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
