package dev.attune.api.onboarding.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptReaderTest {
  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "prompts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void every_mistake_is_told_with_its_place_and_what_may_be_meant() throws IOException {
    change("say.yaml", "{{question}}\"", "{{qestion}}\"");
    change("extract.md", "{{fields}}", "the fields");
    change("commands.yaml", "later:", "latr:");

    assertThat(refused())
        .extracting(Diagnostic::toString)
        .anyMatch(text -> text.startsWith("say.yaml:") && text.endsWith("Maybe \"question\"?"))
        .anyMatch(text -> text.equals("extract.md: placeholder {{fields}} is missing"))
        .anyMatch(text -> text.startsWith("commands.yaml:") && text.contains("\"latr\""))
        .anyMatch(text -> text.contains("\"later\" is missing"));
  }

  @Test
  void a_missing_file_refuses_the_folder() throws IOException {
    Files.delete(folder.resolve("rephrase.md"));

    assertThat(refused()).extracting(Diagnostic::message).contains("the file cannot be read");
  }

  @Test
  void a_reload_swaps_all_words_or_none() throws IOException {
    ActivePrompts active =
        new ActivePrompts(folder, ((PromptReading.Read) PromptReader.read(folder)).prompts());
    String before = active.current().version();

    change("say.yaml", "No hurry.", "Take {{your}} time.");
    assertThat(active.reload()).isNotEmpty();
    assertThat(active.current().version()).isEqualTo(before);

    change("say.yaml", "Take {{your}} time.", "Take your time.");
    assertThat(active.reload()).isEmpty();
    assertThat(active.current().version()).isNotEqualTo(before);
    assertThat(active.current().sentences().get(Sentence.PAUSE).text())
        .startsWith("Take your time.");
  }

  @Test
  void a_filled_value_is_not_read_for_placeholders() {
    Template template = new Template("Noted: {{facts}}.");

    assertThat(template.fill(Map.of("facts", "{{facts}} $1 \\")))
        .isEqualTo("Noted: {{facts}} $1 \\.");
  }

  private List<Diagnostic> refused() {
    return ((PromptReading.Refused) PromptReader.read(folder)).diagnostics();
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }
}
