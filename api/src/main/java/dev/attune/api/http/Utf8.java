package dev.attune.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 from anything else; JSON parsers guess encodings and let overlong forms pass. */
public final class Utf8 {
  private Utf8() {}

  /** Whether these bytes are well-formed UTF-8 without NUL, which only other encodings hold. */
  public static boolean isValid(byte[] bytes) {
    for (byte one : bytes) {
      if (one <= 0) return hasNoNul(bytes) && decodes(bytes);
    }
    return true;
  }

  private static boolean hasNoNul(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) return false;
    }
    return true;
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
