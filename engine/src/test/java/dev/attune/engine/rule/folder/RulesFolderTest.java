package dev.attune.engine.rule.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    write("features/deep/notes.txt");

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
    assertThat(told())
        .containsExactly("features:1:1: links are not followed. Put the file itself here");
  }

  @Test
  void a_link_that_leads_nowhere_is_told() throws IOException {
    Files.createDirectories(folder.resolve("features"));
    Files.createSymbolicLink(folder.resolve("features/nudges.drl"), outside.resolve("nothing"));

    assertThat(RulesFolder.read(folder, diagnostics)).isEmpty();
    assertThat(codes()).containsExactly("link");
  }

  @Test
  void a_folder_in_a_use_case_is_told_when_it_looks_like_rules() throws IOException {
    write("features/deep/more.drl");
    Files.createDirectories(folder.resolve("features/nudges.drl"));

    assertThat(RulesFolder.read(folder, diagnostics)).isEmpty();
    assertThat(told())
        .containsExactly(
            "features/deep: warning: this folder is not read: a use case has no folders in it. Put"
                + " its files one level up",
            "features/nudges.drl: warning: this folder is not read: a use case has no folders in it."
                + " Put its files one level up");
  }

  @Test
  void very_many_files_are_told_of_once() throws IOException {
    Files.createDirectories(folder.resolve("features"));
    for (int i = 0; i < RulesFolder.MOST_FILES + 300; i++) {
      Files.createFile(folder.resolve("features/file%04d.drl".formatted(i)));
    }

    assertThat(RulesFolder.read(folder, diagnostics)).hasSize(RulesFolder.MOST_FILES);
    assertThat(told())
        .containsExactly(
            "features/file2000.drl:1:1: up to here that is more than 2000 files or 8 MiB");
  }

  @Test
  void very_large_files_are_not_kept_together_in_memory() throws IOException {
    Files.createDirectories(folder.resolve("features"));
    for (int i = 0; i < 12; i++) {
      Files.write(folder.resolve("features/f%02d.drl".formatted(i)), new byte[2 << 20]);
    }

    assertThat(RulesFolder.read(folder, diagnostics)).hasSizeLessThan(9);
    assertThat(codes()).containsExactly("too-large");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_like_any_mistake() throws IOException {
    write("features/nudges.drl");
    write("features/tours.drl");

    RulesFolder.Opener closed =
        file -> {
          if (file.endsWith("nudges.drl")) throw new AccessDeniedException(file.toString());
          throw new NoSuchFileException(file.toString());
        };

    assertThat(RulesFolder.read(folder, closed, diagnostics)).isEmpty();
    assertThat(told())
        .containsExactly(
            "features/nudges.drl:1:1: it may not be read by whom this runs as. Change its permissions",
            "features/tours.drl:1:1: it went away while it was read. Put it back");
  }

  @Test
  void a_name_that_would_break_a_line_is_written_out() throws IOException {
    write("features/a\nforged\u001b[31m.drl");

    RulesFolder.read(folder, diagnostics);

    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("features/a\\u000aforged\\u001b[31m.drl:");
  }

  private List<String> told() {
    return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
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
