package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Gives names that authors wrote as the same object each time: they stand in everybody's facts, and
 * a text that was met before needs no room and knows its hash. Bounded: one name for each place of
 * a table, the last one stays. Thread-safe.
 */
final class Names {
  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 64;
  private static final AtomicReferenceArray<@Nullable String> KNOWN =
      new AtomicReferenceArray<>(PLACES);

  private Names() {}

  static String of(byte[] utf8, int from, int end) {
    if (end <= from) return "";
    if (end - from > LONGEST) return new String(utf8, from, end - from, UTF_8);
    int hash = 0;
    for (int i = from; i < end; i++) hash = 31 * hash + utf8[i];
    int place = (hash ^ hash >>> 13) & PLACES - 1;
    String known = KNOWN.getPlain(place);
    if (known != null && is(known, utf8, from, end)) return known;
    String name = new String(utf8, from, end - from, UTF_8);
    KNOWN.setRelease(place, name);
    return name;
  }

  /** False also for one beyond ASCII. */
  private static boolean is(String known, byte[] utf8, int from, int end) {
    if (known.length() != end - from) return false;
    for (int i = from; i < end; i++) if (known.charAt(i - from) != utf8[i]) return false;
    return true;
  }
}
