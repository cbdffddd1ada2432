package dev.attune.engine.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.TextGate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** An archive comes back as it was exported, or is refused as a whole. */
class ReleaseArchiveTest {
  private static final ReleaseFiles SAMPLE =
      ReleaseFiles.of(RulesFolder.read(Path.of("..", "rules"), new Diagnostics()));

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void what_is_exported_comes_back_byte_for_byte_and_exports_the_same() {
    byte[] exported = ReleaseArchive.of(SAMPLE);

    ReleaseFiles imported = ArchiveReader.read(exported, diagnostics).orElseThrow();

    assertThat(imported.byPath().keySet()).isEqualTo(SAMPLE.byPath().keySet());
    assertThat(imported.byPath())
        .allSatisfy((path, bytes) -> assertThat(SAMPLE.file(path)).hasValue(bytes));
    assertThat(imported.hash()).isEqualTo(SAMPLE.hash());
    assertThat(ReleaseArchive.of(imported)).isEqualTo(exported);
  }

  @Test
  void an_archive_made_by_other_tools_is_read() throws IOException {
    byte[] zipped = zip(Map.of("vocabulary.yaml", "profile: {}".getBytes(UTF_8)));

    ReleaseFiles read = ArchiveReader.read(zipped, diagnostics).orElseThrow();

    assertThat(read.file("vocabulary.yaml")).hasValue("profile: {}".getBytes(UTF_8));
  }

  @Test
  void what_is_no_archive_is_refused() {
    assertRefused("these are no rules".getBytes(UTF_8));
    assertRefused(new byte[0]);
  }

  @Test
  void a_damaged_archive_is_refused_or_read_as_it_was() {
    byte[] exported = ReleaseArchive.of(SAMPLE);

    for (int i = 0; i < exported.length; i += 97) {
      byte[] damaged = exported.clone();
      damaged[i] ^= 0x10;
      Optional<ReleaseFiles> read = ArchiveReader.read(damaged, new Diagnostics());
      read.ifPresent(files -> assertThat(files.hash()).isEqualTo(SAMPLE.hash()));
    }
  }

  @Test
  void an_archive_cut_off_anywhere_is_refused() {
    byte[] exported = ReleaseArchive.of(SAMPLE);

    for (int length = 0; length < exported.length; length += 89) {
      assertRefused(Arrays.copyOf(exported, length));
    }
  }

  @Test
  void a_refusal_names_the_file_at_which_an_archive_is_damaged() {
    byte[] exported = ReleaseArchive.of(SAMPLE);
    int inside = new String(exported, ISO_8859_1).indexOf("show tone suggestions");
    exported[inside] ^= 1;

    assertThat(ArchiveReader.read(exported, diagnostics)).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "features/nudges.drl:1:1: the archive is damaged in this file. Export it again");
  }

  @Test
  void an_archive_that_lists_a_file_it_does_not_hold_is_refused() throws IOException {
    byte[] one = zip(Map.of("vocabulary.yaml", "profile: {}".getBytes(UTF_8)));
    byte[] other =
        new String(one, ISO_8859_1)
            .replaceFirst("(?s)(.*)vocabulary", "$1vocabularx")
            .getBytes(ISO_8859_1);

    assertThat(ArchiveReader.read(other, diagnostics)).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "vocabularx.yaml:1:1: the archive is damaged: it lists this file and does not hold it."
                + " Export it again");
  }

  @Test
  void an_archive_that_swells_is_refused_before_it_fills_memory() throws IOException {
    byte[] zeros = new byte[TextGate.MOST_BYTES];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 64; i++) {
        zip.putNextEntry(new ZipEntry("a/" + i + ".drl"));
        zip.write(zeros);
      }
    }

    assertThat(bytes.size()).isLessThan(100_000);
    assertRefused(bytes.toByteArray());
  }

  @Test
  void a_file_that_swells_is_not_read_as_its_beginning() throws IOException {
    byte[] zipped = zip(Map.of("a/one.drl", new byte[TextGate.MOST_BYTES + 1]));

    assertThat(ArchiveReader.read(zipped, diagnostics)).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::toString)
        .containsExactly("a/one.drl:1:1: the file is larger than 1 MiB. Split it");
  }

  @Test
  void a_path_that_leads_elsewhere_is_refused() throws IOException {
    byte[] zipped =
        zip(
            Map.of(
                "../../evil.drl", new byte[0],
                "/etc/evil.drl", new byte[0],
                "features/Evil.class", new byte[0],
                "features/good.drl", new byte[0]));

    assertThat(ArchiveReader.read(zipped, diagnostics)).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "../../evil.drl:1:1: no such file belongs to the rules",
            "/etc/evil.drl:1:1: no such file belongs to the rules",
            "features/Evil.class:1:1: no such file belongs to the rules");
  }

  private void assertRefused(byte[] archive) {
    Diagnostics told = new Diagnostics();
    assertThat(ArchiveReader.read(archive, told)).isEmpty();
    assertThat(told.sorted()).extracting(Diagnostic::code).containsExactly("archive");
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("features/"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
