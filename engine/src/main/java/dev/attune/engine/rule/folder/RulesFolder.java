package dev.attune.engine.rule.folder;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.TextGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the content files of a folder on disk; never leaves the folder, and no more than fits. */
public final class RulesFolder {
  /** Files of a release. */
  public static final int MOST_FILES = 2_000;

  /** Bytes of all files together. */
  public static final long MOST_BYTES = 8L << 20;

  /** What is said about more than that. */
  public static final String TOO_MUCH =
      "that is more than " + MOST_FILES + " files or " + (MOST_BYTES >> 20) + " MiB";

  private final Opener opener;
  private final Diagnostics diagnostics;
  private final Map<String, byte[]> files = new TreeMap<>();
  private long bytes;
  private boolean full;

  private RulesFolder(Opener opener, Diagnostics diagnostics) {
    this.opener = opener;
    this.diagnostics = diagnostics;
  }

  /**
   * The content files by path relative to the folder, with forward slashes, sorted. A file that
   * cannot be read is told like any other mistake.
   *
   * @throws UncheckedIOException when the folder itself cannot be read
   */
  public static Map<String, byte[]> read(Path folder, Diagnostics diagnostics) {
    return read(folder, file -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), diagnostics);
  }

  /** Opens a regular file. */
  interface Opener {
    InputStream open(Path file) throws IOException;
  }

  static Map<String, byte[]> read(Path folder, Opener opener, Diagnostics diagnostics) {
    try {
      RulesFolder reading = new RulesFolder(opener, diagnostics);
      reading.readAll(sorted(folder.toRealPath()), "");
      return reading.files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules folder " + folder, e);
    }
  }

  private void readAll(List<Path> entries, String prefix) {
    for (Path each : entries) {
      String name = each.getFileName().toString();
      if (Stray.isHidden(name) || full) continue;
      if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        if (prefix.isEmpty()) readFolder(each, name);
        else passOver(each, prefix + name);
      } else {
        readFile(each, prefix + name);
      }
    }
  }

  private void readFolder(Path directory, String name) {
    if (!ContentPath.isUseCase(name)) {
      Stray.tellNoUseCase(name, diagnostics);
      return;
    }
    try {
      readAll(sorted(directory), name + "/");
    } catch (IOException e) {
      unreadable(name, e);
    }
  }

  /** A folder in a use case, of which an author may think that it is read. */
  private void passOver(Path directory, String path) {
    try {
      boolean rules = Stray.looksLikeContent(path);
      for (Path each : rules ? List.<Path>of() : sorted(directory)) {
        rules |= Stray.looksLikeContent(each.getFileName().toString());
      }
      if (rules) Stray.tellFolder(path, diagnostics);
    } catch (IOException e) {
      unreadable(path, e);
    }
  }

  private void readFile(Path file, String path) {
    boolean linkedFolder = Files.isSymbolicLink(file) && Files.isDirectory(file);
    if (!ContentPath.isContent(path) && !linkedFolder) {
      Stray.tell(path, diagnostics);
    } else if (Files.isSymbolicLink(file)) {
      diagnostics.error(
          new Place(path, 1, 1), "link", "links are not followed. Put the file itself here");
    } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      diagnostics.error(new Place(path, 1, 1), "no-file", "this is no file to be read. Delete it");
    } else {
      take(file, path);
    }
  }

  private void take(Path file, String path) {
    try {
      byte[] content = bounded(file);
      bytes += content.length;
      full = files.size() >= MOST_FILES || bytes > MOST_BYTES;
      if (full) diagnostics.error(new Place(path, 1, 1), "too-large", "up to here " + TOO_MUCH);
      else files.put(path, content);
    } catch (IOException e) {
      unreadable(path, e);
    }
  }

  /** One byte more than allowed is enough for the gate to refuse the file. */
  private byte[] bounded(Path file) throws IOException {
    try (InputStream in = opener.open(file)) {
      return in.readNBytes(TextGate.MOST_BYTES + 1);
    }
  }

  private void unreadable(String path, IOException why) {
    String advice =
        why instanceof AccessDeniedException
            ? "it may not be read by whom this runs as. Change its permissions"
            : why instanceof NoSuchFileException
                ? "it went away while it was read. Put it back"
                : "it cannot be read. Write it anew";
    diagnostics.error(new Place(path, 1, 1), "unreadable", advice);
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
