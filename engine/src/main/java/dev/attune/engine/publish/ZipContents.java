package dev.attune.engine.publish;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of contents at the end of a zip archive. An archive that was cut off between two files
 * reads well from its beginning; only what it lists tells that something is missing.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.12 and
 *     4.3.16</a>
 */
final class ZipContents {
  private static final int END = 0x06054b50;
  private static final int FILE = 0x02014b50;
  private static final int END_BYTES = 22;
  private static final int FILE_BYTES = 46;
  private static final int LONGEST_COMMENT = 0xffff;

  private ZipContents() {}

  /** The names it lists, in their order; empty when there is no such table or it is damaged. */
  static Optional<List<String>> of(byte[] archive) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int end = end(bytes);
    if (end < 0) return Optional.empty();
    try {
      return names(bytes, bytes.getShort(end + 10) & 0xffff, bytes.getInt(end + 16));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException cut) {
      return Optional.empty();
    }
  }

  private static int end(ByteBuffer bytes) {
    int last = bytes.limit() - END_BYTES;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (bytes.getInt(at) == END) return at;
    }
    return -1;
  }

  private static Optional<List<String>> names(ByteBuffer bytes, int number, int start) {
    List<String> names = new ArrayList<>();
    int at = start;
    for (int i = 0; i < number; i++) {
      if (bytes.getInt(at) != FILE) return Optional.empty();
      byte[] name = new byte[bytes.getShort(at + 28) & 0xffff];
      bytes.position(at + FILE_BYTES).get(name);
      names.add(new String(name, StandardCharsets.UTF_8));
      int more = (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
      at += FILE_BYTES + name.length + more;
    }
    return Optional.of(names);
  }
}
