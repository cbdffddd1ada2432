package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what Redis answers as text. */
final class Texts {
  private Texts() {}

  static String of(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  static String of(Object bytes) {
    return of((byte[]) bytes);
  }
}
