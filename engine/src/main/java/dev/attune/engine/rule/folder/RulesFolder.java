package dev.attune.engine.rule.folder;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.TextGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the content files of a folder on disk; never leaves the folder. */
public final class RulesFolder {
  private static final int MOST_FILES = 2_000;

  private final Path root;
  private final Diagnostics diagnostics;
  private final Map<String, byte[]> files = new TreeMap<>();

  private RulesFolder(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /**
   * The content files by path relative to the folder, with forward slashes, sorted.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static Map<String, byte[]> read(Path folder, Diagnostics diagnostics) {
    try {
      RulesFolder reading = new RulesFolder(folder.toRealPath(), diagnostics);
      reading.readAll(reading.root, "");
      return reading.files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules folder " + folder, e);
    }
  }

  private void readAll(Path directory, String prefix) throws IOException {
    for (Path each : sorted(directory)) {
      String name = each.getFileName().toString();
      if (name.startsWith(".")) continue;
      if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        if (prefix.isEmpty()) readFolder(each, name);
      } else {
        readFile(each, prefix + name);
      }
    }
  }

  private void readFolder(Path directory, String name) throws IOException {
    if (ContentPath.isUseCase(name)) {
      readAll(directory, name + "/");
    } else {
      diagnostics.warning(
          Place.of(name),
          "not-read",
          "this folder is not read: a use case is called by lower-case letters and digits");
    }
  }

  private void readFile(Path file, String path) throws IOException {
    if (!ContentPath.isContent(path)) {
      if (looksLikeContent(path)) {
        diagnostics.warning(
            Place.of(path),
            "not-read",
            "this file is not read. Known: vocabulary.yaml, placements.yaml and, in a folder,"
                + " actions.yaml, scenarios.yaml, *.drl, *.csv");
      }
    } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      diagnostics.error(
          new Place(path, 1, 1), "link", "links are not followed. Put the file itself here");
    } else if (files.size() >= MOST_FILES) {
      diagnostics.error(new Place(path, 1, 1), "too-large", "more than " + MOST_FILES + " files");
    } else {
      files.put(path, bounded(file));
    }
  }

  /** One byte more than allowed is enough for the gate to refuse the file. */
  private static byte[] bounded(Path file) throws IOException {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(TextGate.MOST_BYTES + 1);
    }
  }

  private static boolean looksLikeContent(String path) {
    return Stream.of(".yaml", ".yml", ".drl", ".csv")
        .anyMatch(path.toLowerCase(Locale.ROOT)::endsWith);
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
