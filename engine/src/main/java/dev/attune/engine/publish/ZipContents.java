package dev.attune.engine.publish;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The table of contents at the end of a zip archive, and what it lists. An archive that was cut off
 * between two files reads well from its beginning, and one that was written to a pipe does not say
 * there how long its files are; the table tells both.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.7, 4.3.12
 *     and 4.3.16</a>
 */
final class ZipContents {
  private static final int END = 0x06054b50;
  private static final int LISTED = 0x02014b50;
  private static final int HELD = 0x04034b50;
  private static final int END_BYTES = 22;
  private static final int LISTED_BYTES = 46;
  private static final int HELD_BYTES = 30;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENCRYPTED = 1;
  private static final int UTF8 = 1 << 11;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int LINK = 0xA000;

  private final byte[] archive;
  private final ByteBuffer bytes;
  private final List<Listed> listed = new ArrayList<>();

  /**
   * What the table says of a file.
   *
   * @param packed how many bytes it takes in the archive
   * @param unixMode 0 when it was packed elsewhere
   * @param at where it begins in the archive
   */
  record Listed(String name, int flags, int method, int crc, int packed, int unixMode, int at) {
    boolean isFolder() {
      return name.endsWith("/") || name.endsWith("\\");
    }

    boolean isLink() {
      return (unixMode & 0xF000) == LINK;
    }
  }

  private ZipContents(byte[] archive) {
    this.archive = archive;
    this.bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Empty when there is no such table or it is damaged. */
  static Optional<ZipContents> of(byte[] archive) {
    ZipContents contents = new ZipContents(archive);
    try {
      int end = contents.end();
      return end >= 0 && contents.list(end) ? Optional.of(contents) : Optional.empty();
    } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException cut) {
      return Optional.empty();
    }
  }

  /** In their order. */
  List<Listed> listed() {
    return listed;
  }

  private int end() {
    int last = bytes.limit() - END_BYTES;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (bytes.getInt(at) == END) return at;
    }
    return -1;
  }

  private boolean list(int end) {
    int at = bytes.getInt(end + 16);
    for (int left = unsigned(end + 10); left > 0; left--) {
      if (bytes.getInt(at) != LISTED) return false;
      int flags = unsigned(at + 8);
      boolean unix = bytes.get(at + 5) == 3;
      listed.add(
          new Listed(
              text(at + LISTED_BYTES, unsigned(at + 28), flags),
              flags,
              unsigned(at + 10),
              bytes.getInt(at + 16),
              bytes.getInt(at + 20),
              unix ? unsigned(at + 40) : 0,
              bytes.getInt(at + 42)));
      at += LISTED_BYTES + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
    }
    return at == end;
  }

  private int unsigned(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  /** Any bytes are a name: one that is no content may come in whatever encoding. */
  private String text(int at, int length, int flags) {
    Charset charset = (flags & UTF8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    byte[] text = new byte[length];
    bytes.get(at, text);
    return new String(text, charset);
  }

  /** Whether the archive holds a file of this name where the table says. */
  boolean holds(Listed file) {
    try {
      return bytes.getInt(file.at()) == HELD
          && text(file.at() + HELD_BYTES, unsigned(file.at() + 26), file.flags())
              .equals(file.name());
    } catch (IndexOutOfBoundsException cut) {
      return false;
    }
  }

  /**
   * A file that {@link #holds} says is there.
   *
   * @param most as many bytes are read at most; of a longer one, as many
   * @throws IOException when it is damaged, or packed in a way that is not read; says what to do
   */
  byte[] read(Listed file, int most) throws IOException {
    if ((file.flags() & ENCRYPTED) != 0)
      throw new IOException("it needs a password. Zip it without one");
    if (file.method() != STORED && file.method() != DEFLATED)
      throw new IOException("it is packed by method " + file.method() + ". Zip it by \"deflate\"");
    int from = file.at() + HELD_BYTES + unsigned(file.at() + 26) + unsigned(file.at() + 28);
    if (file.packed() < 0 || file.packed() > archive.length - from) throw damaged();
    byte[] read =
        file.method() == STORED
            ? Arrays.copyOfRange(archive, from, from + Math.min(most, file.packed()))
            : inflated(from, file.packed(), most);
    CRC32 checksum = new CRC32();
    checksum.update(read);
    if (read.length < most && (int) checksum.getValue() != file.crc()) throw damaged();
    return read;
  }

  private byte[] inflated(int from, int packed, int most) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(archive, from, packed);
      byte[] read = new byte[most];
      int length = 0;
      while (length < most && !inflater.finished()) {
        int more = inflater.inflate(read, length, most - length);
        if (more == 0 && !inflater.finished()) throw damaged();
        length += more;
      }
      return Arrays.copyOf(read, length);
    } catch (DataFormatException broken) {
      throw damaged();
    } finally {
      inflater.end();
    }
  }

  private static IOException damaged() {
    return new IOException("the archive is damaged in this file. Export it again");
  }
}
