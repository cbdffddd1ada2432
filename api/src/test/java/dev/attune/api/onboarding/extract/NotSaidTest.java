package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody said of themselves is not asserted, in sentences of many kinds. */
class NotSaidTest {
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
  void what_a_sentence_does_not_say_of_the_speaker_is_not_asserted() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String[] cells : rows("not-said.csv", 3)) lines.add(saysNot(cells[1], cells[2]));
    Path sentences = Files.write(folder.resolve("not-said.jsonl"), lines);
    assertThat(Scoring.of(sentences, folder).forbidden()).isEmpty();
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
    assertThat(Scoring.of(sentences, folder).forbidden()).isEmpty();
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
    assertThat(Scoring.of(titles, folder).falseRole()).isLessThanOrEqualTo(0.04);
  }
}
