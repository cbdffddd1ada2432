package dev.attune.engine.publish;

import dev.attune.engine.rule.folder.RulesFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
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
  public static final long MOST_BYTES = RulesFolder.MOST_BYTES;

  /** Files in a release. */
  public static final int MOST_FILES = RulesFolder.MOST_FILES;

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
}
