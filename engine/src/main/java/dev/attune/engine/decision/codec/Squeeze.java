package dev.attune.engine.decision.codec;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.util.Arrays;

/**
 * LZ4 block compression behind the length of what was compressed: a tenth of deflate's time for a
 * fifth more bytes. More than 1 MB is refused, so that no record can be a bomb.
 */
final class Squeeze {
  private static final int LIMIT = 1 << 20;
  private static final int HEAD = 3;
  private static final ThreadLocal<Lz4Compressor> COMPRESSORS =
      ThreadLocal.withInitial(Lz4Compressor::new);

  private Squeeze() {}

  static byte[] small(byte[] large) {
    Lz4Compressor compressor = COMPRESSORS.get();
    byte[] out = new byte[HEAD + compressor.maxCompressedLength(large.length)];
    for (int i = 0; i < HEAD; i++) out[i] = (byte) (large.length >>> 8 * i);
    int size = compressor.compress(large, 0, large.length, out, HEAD, out.length - HEAD);
    return Arrays.copyOf(out, HEAD + size);
  }

  static byte[] large(byte[] small) {
    byte[] out = new byte[length(small)];
    try {
      int size =
          new Lz4Decompressor().decompress(small, HEAD, small.length - HEAD, out, 0, out.length);
      if (size != out.length) throw new IllegalArgumentException("decision record is cut short");
      return out;
    } catch (MalformedInputException broken) {
      throw new IllegalArgumentException("decision record is broken", broken);
    }
  }

  private static int length(byte[] small) {
    if (small.length < HEAD) throw new IllegalArgumentException("decision record is cut short");
    int length = 0;
    for (int i = 0; i < HEAD; i++) length |= (small[i] & 0xFF) << 8 * i;
    if (length > LIMIT) throw new IllegalArgumentException("decision record over 1 MB");
    return length;
  }
}
