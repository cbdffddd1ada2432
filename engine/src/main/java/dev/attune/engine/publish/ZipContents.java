package dev.attune.engine.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What the table at the end of a zip archive lists. An archive that was cut off between two files
 * reads well from its beginning, and one that was written to a pipe does not say there how long its
 * files are; the table tells both. The library does not mind a table or a name that is damaged.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.7 and
 *     4.3.16</a>
 */
final class ZipContents {
  /** Where the name begins in what stands before a file. */
  private static final int HELD_NAME = 30;

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int COUNT = 10;
  private static final int LONGEST_COMMENT = 0xffff;

  private final byte[] archive;
  private final ZipFile zip;

  private ZipContents(byte[] archive) throws IOException {
    this.archive = archive;
    zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
            .setCharset(StandardCharsets.ISO_8859_1) // any bytes are a name
            .get();
  }

  /** Empty when there is no such table or it is damaged. */
  static Optional<ZipContents> of(byte[] archive) {
    try {
      ZipContents contents = new ZipContents(archive);
      boolean whole = contents.listed().size() == contents.counted();
      return whole ? Optional.of(contents) : Optional.empty();
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** How many files the table says it lists; -1 where its end is missing. */
  private int counted() {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int last = archive.length - END_BYTES;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (bytes.getInt(at) == END) return bytes.getShort(at + COUNT) & 0xffff;
    }
    return -1;
  }

  /** In their order. */
  List<ZipArchiveEntry> listed() {
    return Collections.list(zip.getEntries());
  }

  /** Whether the archive holds a file of this name where the table says. */
  boolean holds(ZipArchiveEntry file) {
    byte[] name = file.getRawName();
    long from = file.getLocalHeaderOffset() + HELD_NAME;
    if (from < HELD_NAME || from + name.length > archive.length) return false;
    int at = (int) from;
    return Arrays.equals(name, Arrays.copyOfRange(archive, at, at + name.length));
  }

  /**
   * A file that {@link #holds} says is there.
   *
   * @param most as many bytes are read at most; of a longer one, as many
   * @throws IOException when it is damaged, or packed in a way that is not read; says what to do
   */
  byte[] read(ZipArchiveEntry file, int most) throws IOException {
    if (file.getGeneralPurposeBit().usesEncryption())
      throw new IOException("it needs a password. Zip it without one");
    if (file.getMethod() != ZipEntry.STORED && file.getMethod() != ZipEntry.DEFLATED)
      throw new IOException(
          "it is packed by method " + file.getMethod() + ". Zip it by \"deflate\"");
    try (InputStream in = zip.getInputStream(file)) {
      byte[] read = in.readNBytes(most);
      CRC32 checksum = new CRC32();
      checksum.update(read);
      if (read.length == most || checksum.getValue() == file.getCrc()) return read;
    } catch (IOException | IllegalArgumentException broken) {
      // told below
    }
    throw new IOException("the archive is damaged in this file. Export it again");
  }
}
