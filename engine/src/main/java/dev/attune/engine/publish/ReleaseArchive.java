package dev.attune.engine.publish;

import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.TextGate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
  public static final long MOST_BYTES = 8L << 20;

  /** Files in a release. */
  public static final int MOST_FILES = 2_000;

  static final String TOO_MUCH =
      "that is more than " + MOST_FILES + " files or " + (MOST_BYTES >> 20) + " MiB";
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
    long left = MOST_BYTES;
    int seen = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) continue;
        byte[] bytes = zip.readNBytes(TextGate.MOST_BYTES + 1);
        left -= bytes.length;
        if (left < 0 || ++seen > MOST_FILES) return refused(diagnostics, TOO_MUCH);
        String path = entry.getName();
        if (!ContentPath.isContent(path)) {
          diagnostics.error(new Place(path, 1, 1), "not-read", ContentPath.NO_CONTENT);
        } else if (files.put(path, bytes) != null) {
          diagnostics.error(new Place(path, 1, 1), "archive", "stands in the archive twice");
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      return refused(diagnostics, "the archive is damaged");
    }
    if (diagnostics.hasErrors()) return Optional.empty();
    if (files.isEmpty()) return refused(diagnostics, "this is no zip archive with files in it");
    return Optional.of(ReleaseFiles.of(files));
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

  private static Optional<ReleaseFiles> refused(Diagnostics diagnostics, String why) {
    diagnostics.error(Place.of(""), "archive", why);
    return Optional.empty();
  }
}
