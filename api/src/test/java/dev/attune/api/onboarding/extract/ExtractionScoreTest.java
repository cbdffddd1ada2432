package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.api.cli.ExtractCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Holds what {@code attune extract} reaches on labelled conversations of our own. The misses of
 * {@code own-check} and {@code own-wide} were read while rules were written, those of {@code
 * own-blind} for one half of its conversations, and those of {@code own-held} only after the rules
 * were. Those of {@code own-short} and of {@code own-chatty}, whose writers digress, were read
 * once. {@code own-traps} is full of denials, of other people, of past jobs, of quotations and of
 * corrections, and was read while rules were written. Those of {@code own-unseen} nobody has read:
 * it says what to expect of strangers, and is to stay unread. {@code own-fresh} holds single
 * messages, hard on purpose, of which role, industry and goals are labelled; it is a fifth of what
 * the same writers wrote, the rest is learned from.
 */
class ExtractionScoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path OWN = Path.of("src/test/resources/onboarding");

  /** By field what its sentences are filled with: a fact and how people name it. */
  private static final Map<String, Map<String, String>> SAMPLES =
      Map.of(
          "role",
          Map.of(
              "role:software_engineer", "a programmer",
              "role:educator", "a teacher",
              "role:finance", "an accountant",
              "role:executive", "a CEO"),
          "goals",
          Map.of(
              "goals:manage_customers", "a CRM",
              "goals:reporting_dashboards", "dashboards",
              "goals:schedule_time", "time tracking"),
          "industry",
          Map.of(
              "industry:healthcare", "a hospital",
              "industry:finance", "a bank",
              "industry:education", "a school"));

  @TempDir Path folder;

  @Test
  void conversations_it_was_improved_on_are_read_as_well_as_promised() {
    Score score = score(OWN.resolve("own-check.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.9);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.84);
    assertThat(score.kind("indirect")).as("%s", score).isGreaterThanOrEqualTo(0.55);
    assertThat(score.kind("correction")).as("%s", score).isGreaterThanOrEqualTo(0.85);
    assertThat(score.kind("other_language")).as("%s", score).isGreaterThanOrEqualTo(0.65);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
    assertThat(score.forbidden()).isEmpty();
  }

  @Test
  void many_ways_to_say_little_are_read_as_well_as_promised() {
    Score score = score(OWN.resolve("own-wide.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.kind("numbers")).as("%s", score).isGreaterThanOrEqualTo(0.9);
    assertThat(score.kind("other_language")).as("%s", score).isGreaterThanOrEqualTo(0.8);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
    assertThat(score.forbidden()).isEmpty();
  }

  @Test
  void conversations_held_back_while_rules_were_written_are_read_as_well() {
    Score score = score(OWN.resolve("own-held.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.87);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.96);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
  }

  @Test
  void the_right_role_and_industry_are_filled_or_offered() {
    Score score = score(OWN.resolve("own-check.jsonl"));
    assertThat(score.roleReached()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.industryReached()).as("%s", score).isGreaterThanOrEqualTo(0.96);
  }

  @Test
  void without_the_encoder_most_conversations_are_still_read_right() {
    Score score = score(OWN.resolve("own-check.jsonl"), "--lexicon-only");
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.74);
    assertThat(score.forbidden()).isEmpty();
  }

  @Test
  void conversations_of_which_half_was_never_read_keep_their_level() {
    Score score = score(OWN.resolve("own-blind.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.78);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.91);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.forbidden()).as("%s", score).isEmpty();
  }

  @Test
  void conversations_nobody_has_read_keep_their_level() {
    Score score = score(OWN.resolve("own-unseen.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.84);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.97);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.86);
    assertThat(score.goalsPrecision()).as("%s", score).isGreaterThanOrEqualTo(0.9);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
  }

  @Test
  void people_who_digress_are_read_at_the_level_reached() {
    Score score = score(OWN.resolve("own-chatty.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.79);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.89);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
  }

  @Test
  void people_who_say_little_are_read_as_well_as_promised() {
    Score score = score(OWN.resolve("own-short.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.87);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
    assertThat(score.forbidden()).as("%s", score).isEmpty();
  }

  @Test
  void people_who_deny_quote_and_correct_are_read_at_the_level_reached() {
    Score score = score(OWN.resolve("own-traps.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.88);
    assertThat(score.kind("correction")).as("%s", score).isGreaterThanOrEqualTo(0.85);
    assertThat(score.forbidden()).as("%s", score).isEmpty();
  }

  @Test
  void hard_messages_kept_apart_from_those_it_learned_of_keep_their_level() {
    Score score = score(OWN.resolve("own-fresh.jsonl"));
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.79);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.81);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.77);
    assertThat(score.goalsPrecision()).as("%s", score).isGreaterThanOrEqualTo(0.89);
  }

  @Test
  void hard_messages_are_read_by_their_words_alone() {
    Score score = score(OWN.resolve("own-fresh.jsonl"), "--lexicon-only");
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.74);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.03);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.77);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.67);
  }

  @Test
  void what_a_sentence_does_not_say_of_the_speaker_is_not_asserted() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String[] cells : rows("not-said.csv", 3)) lines.add(saysNot(cells[1], cells[2]));
    Path sentences = Files.write(folder.resolve("not-said.jsonl"), lines);
    assertThat(score(sentences).forbidden()).isEmpty();
  }

  @Test
  void no_sentence_of_a_kind_that_says_nothing_of_the_speaker_asserts_a_value() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String[] cells : rows("not-said-of.csv", 2)) {
      SAMPLES
          .getOrDefault(cells[0], Map.of())
          .forEach(
              (fact, name) -> {
                String bare = name.replaceFirst("^an? ", "");
                lines.add(saysNot(fact, cells[1].replace("{a}", name).replace("{}", bare)));
              });
    }
    Path sentences = Files.write(folder.resolve("not-said-of.jsonl"), lines);
    assertThat(score(sentences).forbidden()).isEmpty();
  }

  private static List<String[]> rows(String file, int cells) throws IOException {
    return Files.readAllLines(OWN.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(";", cells))
        .toList();
  }

  private static String saysNot(String fact, String sentence) {
    ObjectNode item = JSON.createObjectNode().put("id", sentence).put("kind", "not_said");
    item.putArray("turns").add(sentence);
    item.putObject("expect").putArray("mustNot").add(fact);
    return item.toString();
  }

  @Test
  void job_titles_outside_the_list_are_hardly_ever_taken_for_a_role() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String title : Files.readAllLines(OWN.resolve("other-jobs.txt"))) {
      ObjectNode item = JSON.createObjectNode().put("id", title).put("kind", "out_of_taxonomy");
      item.putArray("turns").add("I'm a %s.".formatted(title));
      item.putObject("expect").putNull("role");
      lines.add(item.toString());
    }
    Path titles = Files.write(folder.resolve("titles.jsonl"), lines);
    assertThat(score(titles).falseRole()).isLessThanOrEqualTo(0.04);
  }

  private Score score(Path conversations, String... options) {
    try {
      Path out = folder.resolve("predictions.jsonl");
      List<String> arguments = new ArrayList<>(List.of(options));
      arguments.addAll(List.of("--in", conversations.toString(), "--out", out.toString()));
      assertThat(new CommandLine(new ExtractCommand()).execute(arguments.toArray(String[]::new)))
          .isZero();
      Map<String, JsonNode> predicted = new HashMap<>();
      for (JsonNode line : lines(out)) predicted.put(line.path("id").asText(), line);
      Score score = new Score();
      for (JsonNode item : lines(conversations)) {
        score.add(item, predicted.get(item.path("id").asText()));
      }
      return score;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
