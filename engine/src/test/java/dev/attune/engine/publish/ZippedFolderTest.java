package dev.attune.engine.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rules folder zipped by hand, from its inside or its outside, with whatever lies in it. */
class ZippedFolderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void what_is_zipped_along_with_the_rules_is_left_out_and_told() {
    ReleaseFiles read =
        ArchiveReader.read(
                zip(
                    "vocabulary.yaml",
                    "features/good.drl",
                    "README.md",
                    ".DS_Store",
                    ".schemas/actions.json",
                    ".schemas/vocabulary.json",
                    ".git/hooks/pre-commit",
                    "features/.good.drl.swp",
                    "features/good.drl~",
                    "__MACOSX/features/._good.drl",
                    "features/actions.yml",
                    "Old Rules/good.drl"),
                diagnostics)
            .orElseThrow();

    assertThat(read.byPath()).containsOnlyKeys("vocabulary.yaml", "features/good.drl");
    assertThat(told())
        .containsExactly(
            ".DS_Store: warning: left out: it is no part of the rules",
            ".git: warning: left out: it is no part of the rules",
            ".schemas: warning: left out: it is no part of the rules",
            "Old Rules: warning: this folder is not read: a use case is called by lower-case letters"
                + " and digits",
            "README.md: warning: left out: it is no part of the rules",
            "__MACOSX: warning: left out: it is no part of the rules",
            "features/.good.drl.swp: warning: left out: it is no part of the rules",
            "features/actions.yml: warning: this file is not read. Known: vocabulary.yaml,"
                + " placements.yaml and, in a folder, actions.yaml, scenarios.yaml, *.drl, *.csv",
            "features/good.drl~: warning: left out: it is no part of the rules");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules/", "./rules/", "home/me/rules/", "rules\\", "./"})
  void a_folder_zipped_from_its_outside_is_read_as_from_its_inside(String top) {
    String slash = top.endsWith("\\") ? "\\" : "/";
    byte[] zipped =
        zip(
            top + "vocabulary.yaml",
            top + "README.md",
            top + "features" + slash + "good.drl",
            "__MACOSX/._rules");

    assertThat(ArchiveReader.read(zipped, diagnostics).orElseThrow().byPath())
        .containsOnlyKeys("vocabulary.yaml", "features/good.drl");
  }

  @Test
  void an_archive_of_another_folder_is_refused() {
    assertThat(ArchiveReader.read(zip("README.md", "photos/me.jpg"), diagnostics)).isEmpty();
    assertThat(told())
        .contains("the archive: no rules in it. Zip the folder that holds vocabulary.yaml");
  }

  @Test
  void a_name_in_an_old_encoding_is_left_out_like_any_other() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, ISO_8859_1)) {
      zip.putNextEntry(new ZipEntry("über uns.txt"));
      zip.putNextEntry(new ZipEntry("vocabulary.yaml"));
    }

    assertThat(ArchiveReader.read(bytes.toByteArray(), diagnostics).orElseThrow().byPath())
        .containsOnlyKeys("vocabulary.yaml");
  }

  /** Made by {@code zip -r - . | cat}, which cannot say a file's length before it. */
  @Test
  void an_archive_from_a_pipe_is_read() throws IOException {
    byte[] piped = Files.readAllBytes(Path.of("src", "test", "resources", "archive", "piped.zip"));

    assertThat(ArchiveReader.read(piped, diagnostics).orElseThrow().byPath())
        .containsOnlyKeys("vocabulary.yaml", "features/nudges.drl");
  }

  /** Made by {@code zip --symlinks}. */
  @Test
  void a_link_is_not_followed() throws IOException {
    byte[] linked = Files.readAllBytes(Path.of("src", "test", "resources", "archive", "link.zip"));

    assertThat(ArchiveReader.read(linked, diagnostics)).isEmpty();
    assertThat(told())
        .containsExactly(
            "features/nudges.drl:1:1: links are not followed. Put the file itself here");
  }

  @Test
  void what_needs_a_password_is_refused() throws IOException {
    byte[] locked =
        Files.readAllBytes(Path.of("src", "test", "resources", "archive", "locked.zip"));

    assertThat(ArchiveReader.read(locked, diagnostics)).isEmpty();
    assertThat(told())
        .containsExactly("vocabulary.yaml:1:1: it needs a password. Zip it without one");
  }

  @Test
  void a_path_out_of_the_folder_is_refused_wherever_the_rest_lies() {
    for (String path :
        List.of("rules/../../evil.drl", "..\\evil.drl", "C:/evil.drl", "features/a\nb.drl")) {
      Diagnostics told = new Diagnostics();
      assertThat(ArchiveReader.read(zip("rules/vocabulary.yaml", path), told)).isEmpty();
      assertThat(told.sorted()).extracting(Diagnostic::code).contains("not-read");
      assertThat(told.hasErrors()).isTrue();
    }
  }

  private List<String> told() {
    return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
  }

  private static byte[] zip(String... paths) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String path : paths) {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(path.getBytes(UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
