package dev.attune.api.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes one segment of a path; unlike in forms, a plus sign is a plus sign. */
final class PercentDecoded {
  private PercentDecoded() {}

  /** Null when an escape is broken, or the bytes are no UTF-8. */
  static @Nullable String of(String segment) {
    if (segment.indexOf('%') < 0) return segment;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c != '%') {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      if (i + 2 >= segment.length()) return null;
      int high = Character.digit(segment.charAt(i + 1), 16);
      int low = Character.digit(segment.charAt(i + 2), 16);
      if (high < 0 || low < 0) return null;
      bytes.write(high * 16 + low);
      i += 2;
    }
    byte[] decoded = bytes.toByteArray();
    return Utf8.isValid(decoded) ? new String(decoded, StandardCharsets.UTF_8) : null;
  }
}
