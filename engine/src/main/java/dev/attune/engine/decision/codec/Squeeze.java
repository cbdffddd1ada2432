package dev.attune.engine.decision.codec;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflate without a header; a record of more than 1 MB is refused, so that none can be a bomb. */
final class Squeeze {
  private static final int LIMIT = 1 << 20;

  private Squeeze() {}

  static byte[] small(byte[] large) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(large);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(large.length);
      byte[] part = new byte[1024];
      while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static byte[] large(byte[] small) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(small);
      ByteArrayOutputStream out = new ByteArrayOutputStream(small.length * 3);
      byte[] part = new byte[4096];
      while (!inflater.finished()) {
        int length = inflater.inflate(part);
        if (length == 0 && inflater.needsInput())
          throw new IllegalArgumentException("decision record is cut short");
        out.write(part, 0, length);
        if (out.size() > LIMIT) throw new IllegalArgumentException("decision record over 1 MB");
      }
      return out.toByteArray();
    } catch (DataFormatException broken) {
      throw new IllegalArgumentException("decision record is broken", broken);
    } finally {
      inflater.end();
    }
  }
}
