package dev.attune.engine.publish;

import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.TextGate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a release as one zip archive. The same files always give the same bytes: sorted,
 * stored as they are, with one fixed time.
 */
public final class ReleaseArchive {
  /** Bytes of all files together. */
  public static final long MOST_BYTES = RulesFolder.MOST_BYTES;

  /** Files in a release. */
  public static final int MOST_FILES = RulesFolder.MOST_FILES;

  /** Stands for the file's name when the archive as a whole is meant. */
  private static final String WHOLE = "the archive";

  static final String TOO_MUCH = RulesFolder.TOO_MUCH;
  private static final LocalDateTime SOME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ReleaseArchive() {}

  public static byte[] of(ReleaseFiles files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> file : files.byPath().entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue()));
        zip.write(file.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("an archive in memory cannot be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String path, byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(SOME_TIME);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }

  /**
   * Reads an archive that anybody may have made: bounded, and nothing is unpacked to disk.
   *
   * @return empty, with diagnostics, when it is no archive or holds too much
   */
  public static Optional<ReleaseFiles> read(byte[] archive, Diagnostics diagnostics) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<String> seen = new ArrayList<>();
    long left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = entry.getName();
        seen.add(path);
        if (entry.isDirectory()) continue;
        byte[] bytes = zip.readNBytes(TextGate.MOST_BYTES + 1);
        left -= bytes.length;
        if (left < 0 || seen.size() > MOST_FILES) {
          return refused(path, "up to this file " + TOO_MUCH, diagnostics);
        }
        take(path, bytes, files, diagnostics);
      }
    } catch (IOException | IllegalArgumentException broken) {
      String last = seen.isEmpty() ? WHOLE : seen.get(seen.size() - 1);
      String where = last.equals(WHOLE) ? "" : " in this file or right behind it";
      return refused(last, "the archive is damaged" + where + ". Export it again", diagnostics);
    }
    if (diagnostics.hasErrors()) return Optional.empty();
    if (files.isEmpty()) {
      return refused(WHOLE, "this is no zip archive with files in it", diagnostics);
    }
    return isWhole(archive, seen, diagnostics)
        ? Optional.of(ReleaseFiles.of(files))
        : Optional.empty();
  }

  private static void take(
      String path, byte[] bytes, SortedMap<String, byte[]> files, Diagnostics diagnostics) {
    Place place = new Place(path, 1, 1);
    if (!ContentPath.isContent(path)) {
      diagnostics.error(place, "not-read", ContentPath.NO_CONTENT);
    } else if (bytes.length > TextGate.MOST_BYTES) {
      diagnostics.error(place, "too-large", TextGate.TOO_LARGE);
    } else if (files.put(path, bytes) != null) {
      diagnostics.error(place, "archive", "stands in the archive twice");
    }
  }

  private static boolean isWhole(byte[] archive, List<String> seen, Diagnostics diagnostics) {
    List<String> listed = ZipContents.of(archive).orElse(List.of());
    Set<String> differing = new TreeSet<>(listed);
    seen.forEach(each -> toggle(differing, each));
    if (listed.isEmpty()) {
      refused(WHOLE, "the archive is damaged: its end is missing. Export it again", diagnostics);
    } else if (!differing.isEmpty()) {
      String path = differing.iterator().next();
      refused(
          path,
          "the archive is damaged: it "
              + (listed.contains(path)
                  ? "lists this file and does not hold it"
                  : "holds this file and does not list it")
              + ". Export it again",
          diagnostics);
    }
    return !diagnostics.hasErrors();
  }

  private static void toggle(Set<String> names, String name) {
    if (!names.remove(name)) names.add(name);
  }

  /** Reads what {@link #of} wrote and a store kept, also when it was no file at all. */
  public static ReleaseFiles kept(byte[] archive) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        files.put(entry.getName(), zip.readAllBytes());
    } catch (IOException damaged) {
      throw new UncheckedIOException("a kept archive is damaged", damaged);
    }
    return ReleaseFiles.of(files);
  }

  private static Optional<ReleaseFiles> refused(String path, String why, Diagnostics diagnostics) {
    Place place = path.equals(WHOLE) ? Place.of(WHOLE) : new Place(path, 1, 1);
    diagnostics.error(place, "archive", why);
    return Optional.empty();
  }
}
