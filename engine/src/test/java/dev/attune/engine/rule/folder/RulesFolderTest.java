package dev.attune.engine.rule.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFolderTest {
  @TempDir private Path folder;
  @TempDir private Path outside;
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void content_is_read_and_what_editors_leave_behind_is_not() throws IOException {
    write("vocabulary.yaml");
    write("README.md");
    write(".git/config");
    write("features/nudges.drl");
    write("features/.nudges.drl.swp");
    write("features/nudges.drl~");
    write("features/deep/more.drl");

    assertThat(RulesFolder.read(folder, diagnostics))
        .containsOnlyKeys("vocabulary.yaml", "features/nudges.drl");
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void a_file_that_looks_like_content_and_is_not_read_is_named() throws IOException {
    write("features/actions.yml");
    write("My Rules/nudges.drl");

    assertThat(RulesFolder.read(folder, diagnostics)).isEmpty();
    assertThat(codes()).containsExactly("not-read", "not-read");
  }

  @Test
  void a_link_to_a_file_elsewhere_is_not_followed() throws IOException {
    Path secret = Files.writeString(outside.resolve("secret.drl"), "secret");
    Files.createDirectories(folder.resolve("features"));
    Files.createSymbolicLink(folder.resolve("features/nudges.drl"), secret);

    assertThat(RulesFolder.read(folder, diagnostics)).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "features/nudges.drl:1:1: links are not followed. Put the file itself here");
  }

  @Test
  void a_link_to_a_folder_elsewhere_is_not_followed() throws IOException {
    Files.writeString(outside.resolve("nudges.drl"), "secret");
    Files.createSymbolicLink(folder.resolve("features"), outside);

    assertThat(RulesFolder.read(folder, diagnostics)).isEmpty();
  }

  private void write(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "text");
  }

  private List<String> codes() {
    return diagnostics.sorted().stream().map(Diagnostic::code).toList();
  }
}
